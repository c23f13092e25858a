namespace QualifyBot.Qualification.Reading;

/// <summary>What a visitor does with a message besides answering.</summary>
public enum Act
{
    /// <summary>Agrees.</summary>
    Yes,

    /// <summary>Disagrees.</summary>
    No,

    /// <summary>Is not sure.</summary>
    Unsure,

    /// <summary>Wants to stop the talk.</summary>
    Cancel,

    /// <summary>Wants to change something said or agreed before.</summary>
    Change,

    /// <summary>Wants the last message again.</summary>
    Repeat,

    /// <summary>Wants to start over.</summary>
    Restart,

    /// <summary>Asks for help with the talk.</summary>
    Help,

    /// <summary>Greets.</summary>
    Greet,

    /// <summary>Says goodbye.</summary>
    Goodbye,

    /// <summary>Thanks.</summary>
    Thanks,

    /// <summary>Wants a human.</summary>
    TalkToHuman,

    /// <summary>Asks whether this is a bot.</summary>
    AreYouABot,

    /// <summary>Asks who this is.</summary>
    WhoAreYou,

    /// <summary>Asks what can be done here.</summary>
    WhatCanYouDo,

    /// <summary>Asks why this is asked.</summary>
    WhyDoYouAsk,

    /// <summary>Asks how the result came about.</summary>
    WhyThisResult,

    /// <summary>Asks for the price.</summary>
    AskPrice,

    /// <summary>Wants a demo or meeting.</summary>
    BookMeeting,

    /// <summary>Wants another language.</summary>
    ChangeLanguage,

    /// <summary>Wants the stored data erased.</summary>
    DeleteMyData,

    /// <summary>Would rather not answer.</summary>
    DeclineToAnswer,

    /// <summary>Chats about something else.</summary>
    SmallTalk,

    /// <summary>Takes whichever is offered.</summary>
    NoPreference,

    /// <summary>Wants the question before this one again.</summary>
    GoBack,

    /// <summary>Needs a moment.</summary>
    Wait,

    /// <summary>Insults, or swears.</summary>
    Insult,

    /// <summary>Wants no more e-mails.</summary>
    Unsubscribe,

    /// <summary>Adds to what was said.</summary>
    Add,
}
