<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>Window in the other language</source>
        <translation>پنجره به فارسی</translation>
    </message>
    <message>
        <source>or</source>
        <translation> or </translation>
    </message>
</context>
<context>
    <name>HitTools</name>
    <message numerus="yes">
        <source>%n passage(s)</source>
        <translation>
            <numerusform>%n passage</numerusform>
            <numerusform>%n passages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchPanel</name>
    <message numerus="yes">
        <source>%n match(es)</source>
        <translation>
            <numerusform>%n match</numerusform>
            <numerusform>%n matches</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchSentences</name>
    <message numerus="yes">
        <source>We looked through all %n document(s), in every language: on other keyboards too, with words joined, split or spelt alike, and with dates in both calendars.</source>
        <translation>
            <numerusform>We looked through the one document, in every language: on other keyboards too, with words joined, split or spelt alike, and with dates in both calendars.</numerusform>
            <numerusform>We looked through all %n documents, in every language: on other keyboards too, with words joined, split or spelt alike, and with dates in both calendars.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message numerus="yes">
        <source>%n min left</source>
        <translation>
            <numerusform>%n min left</numerusform>
            <numerusform>%n min left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message numerus="yes">
        <source>Issued %n days ago by this computer's clock.</source>
        <translation>
            <numerusform>Issued a day ago by this computer's clock.</numerusform>
            <numerusform>Issued %n days ago by this computer's clock.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PackSheet</name>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n document</numerusform>
            <numerusform>%n documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n revised</source>
        <translation>
            <numerusform>%n revised</numerusform>
            <numerusform>%n revised</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Copying</name>
    <message numerus="yes">
        <source>about %n second(s)</source>
        <translation>
            <numerusform>about %n second</numerusform>
            <numerusform>about %n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s)</source>
        <translation>
            <numerusform>about %n minute</numerusform>
            <numerusform>about %n minutes</numerusform>
        </translation>
    </message>
</context>
</TS>
