using System.Collections.Immutable;
using QualifyBot.BotFramework.Schema;

namespace QualifyBot.BotFramework.Authentication;

/// <summary>Who sent an activity: a closed union.</summary>
public abstract record CallerIdentity
{
    private CallerIdentity()
    {
    }

    /// <summary>What the activity's callerId becomes: never what the wire said.</summary>
    public abstract string? CallerId { get; }

    /// <summary>Why this caller may not send an activity; null = it may.</summary>
    public abstract ProtocolError? Refuse(Activity activity);

    /// <summary>Someone on this machine, without a token.</summary>
    public sealed record Local : CallerIdentity
    {
        /// <inheritdoc/>
        public override string? CallerId => null;

        /// <inheritdoc/>
        public override ProtocolError? Refuse(Activity activity) => null;
    }

    /// <summary>The bot's own registration, as the Emulator signs in.</summary>
    public sealed record OwnApp(string AppId) : CallerIdentity
    {
        /// <inheritdoc/>
        public override string? CallerId => null;

        /// <inheritdoc/>
        public override ProtocolError? Refuse(Activity activity) => null;
    }

    /// <summary>Another bot that was allowed to call.</summary>
    public sealed record OtherBot(string AppId) : CallerIdentity
    {
        /// <inheritdoc/>
        public override string? CallerId => "urn:botframework:aadappid:" + AppId;

        /// <inheritdoc/>
        public override ProtocolError? Refuse(Activity activity) => activity.DeliveryMode is DeliveryModes.ExpectReplies
            ? null
            : ProtocolError.Forbidden("Another bot gets its replies in the answer alone, so that this bot's token never goes to it: send deliveryMode 'expectReplies'.");
    }

    /// <summary>A channel of the Bot Framework.</summary>
    /// <param name="ServiceUrl">Where its token says that it is.</param>
    /// <param name="Endorsements">The channels its signing key speaks for.</param>
    /// <param name="Cloud">What its cloud is called in a callerId.</param>
    public sealed record Channel(string ServiceUrl, ImmutableArray<string> Endorsements, string Cloud) : CallerIdentity
    {
        /// <inheritdoc/>
        public override string? CallerId => Cloud;

        /// <inheritdoc/>
        public override ProtocolError? Refuse(Activity activity)
        {
            if (!string.Equals(activity.ServiceUrl, ServiceUrl, StringComparison.OrdinalIgnoreCase))
            {
                return ProtocolError.Forbidden("The activity's serviceUrl is not the one its token was issued for.");
            }

            return activity.ChannelId is null || Endorsements.Contains(activity.ChannelId, StringComparer.Ordinal)
                ? null
                : ProtocolError.Forbidden("The key that signed the token is not endorsed for the activity's channelId.");
        }
    }
}

/// <summary>Either who calls or why the call is refused: exactly one of the two is there.</summary>
public readonly record struct Verdict(CallerIdentity? Caller, ProtocolError? Error)
{
    internal static Verdict Accept(CallerIdentity caller) => new(caller, null);

    internal static Verdict Deny(ProtocolError error) => new(null, error);

    internal static Verdict Unauthorized(string message) => Deny(ProtocolError.Unauthorized(message));

    internal static Verdict Forbidden(string message) => Deny(ProtocolError.Forbidden(message));
}
