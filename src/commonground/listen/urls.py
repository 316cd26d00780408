"""Addresses of the room."""

from django.urls import path

from commonground.listen.views import conversations, engagements, hosts, results, things, words

app_name = "listen"
urlpatterns = [
    path("listen/", engagements.index, name="index"),
    path("listen/open/", engagements.new_engagement, name="new-engagement"),
    path("listen/open/send/", engagements.open_engagement, name="open-engagement"),
    path("listen/<uuid:engagement_id>/", engagements.engagement, name="engagement"),
    path("listen/<uuid:engagement_id>/ask/", engagements.new_conversation, name="new-conversation"),
    path("listen/<uuid:engagement_id>/ask/send/", engagements.open_conversation, name="open-conversation"),
    path("listen/<uuid:engagement_id>/theme/", engagements.new_theme, name="new-theme"),
    path("listen/<uuid:engagement_id>/theme/send/", engagements.name_theme, name="name-theme"),
    path("listen/<uuid:engagement_id>/waiting/", hosts.waiting, name="waiting"),
    path("listen/<uuid:engagement_id>/waiting/<uuid:voice_id>/pass/", hosts.pass_statement, name="pass"),
    path("listen/<uuid:engagement_id>/waiting/<uuid:voice_id>/keep-back/", hosts.rejecting, name="rejecting"),
    path("listen/<uuid:engagement_id>/waiting/<uuid:voice_id>/keep-back/send/", hosts.reject_statement, name="reject"),
    path("listen/conversation/<uuid:conversation_id>/", conversations.conversation, name="conversation"),
    path("listen/conversation/<uuid:conversation_id>/begin/", conversations.begin, name="begin"),
    path("listen/conversation/<uuid:conversation_id>/close/", conversations.close, name="close"),
    path("listen/conversation/<uuid:conversation_id>/vote/", conversations.vote, name="vote"),
    path("listen/conversation/<uuid:conversation_id>/vote/<uuid:voice_id>/", conversations.cast, name="cast"),
    path(
        "listen/conversation/<uuid:conversation_id>/vote/<uuid:voice_id>/take-back/",
        conversations.take_back,
        name="take-back",
    ),
    path("listen/conversation/<uuid:conversation_id>/mine/", conversations.mine, name="mine"),
    path("listen/conversation/<uuid:conversation_id>/mine/show/", conversations.show_mine, name="show-mine"),
    path(
        "listen/conversation/<uuid:conversation_id>/mine/<uuid:voice_id>/withdraw/",
        conversations.withdraw,
        name="withdraw",
    ),
    path("listen/conversation/<uuid:conversation_id>/say/", conversations.say, name="say"),
    path("listen/conversation/<uuid:conversation_id>/say/send/", conversations.record, name="record"),
    path("listen/conversation/<uuid:conversation_id>/results/", results.show, name="results"),
    path("listen/conversation/<uuid:conversation_id>/results/map.csv", results.map_csv, name="map-csv"),
    path("listen/conversation/<uuid:conversation_id>/results/map.svg", results.map_svg, name="map-svg"),
    path("listen/voice/<uuid:voice_id>/", things.voice, name="voice"),
    path("listen/theme/<uuid:theme_id>/", things.theme, name="theme"),
    path("listen/theme/<uuid:theme_id>/voices/", hosts.assigning, name="assign"),
    path("listen/theme/<uuid:theme_id>/voices/join/", hosts.assign, name="join"),
    path("listen/theme/<uuid:theme_id>/voices/<uuid:voice_id>/remove/", hosts.release, name="release"),
    path("find/", words.find, name="find"),
    path("find/open/", words.open_words, name="open-words"),
    path("follow/", words.follow, name="follow"),
    path("follow/said/", words.show_said, name="show-said"),
    path("follow/forget/", words.forgetting, name="forgetting"),
    path("follow/forget/for-good/", words.burn, name="burn"),
    path("follow/leave/", words.leave, name="leave"),
]
