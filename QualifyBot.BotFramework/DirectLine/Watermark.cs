using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace QualifyBot.BotFramework.DirectLine;

/// <summary>How far a client has read.</summary>
internal static class Watermark
{
    /// <summary>
    /// The watermark of a request; null without one. One that is no number counts as 0: an error would end the client's polling
    /// for ever, while the whole history sets it right again.
    /// </summary>
    internal static long? Read(HttpRequest request) => request.Query["watermark"].ToString() switch
    {
        "" => null,
        var text => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var position) ? position : 0,
    };
}
