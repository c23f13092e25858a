namespace QualifyBot.BotFramework.Turns;

/// <summary>A bot: what is done with an incoming activity.</summary>
public interface IBot
{
    /// <summary>Handles one activity.</summary>
    Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default);
}

/// <summary>What is done with an incoming activity, as a delegate.</summary>
public delegate Task BotCallbackHandler(ITurnContext turnContext, CancellationToken cancellationToken);
