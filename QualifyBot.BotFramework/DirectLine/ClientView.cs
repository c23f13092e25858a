using System.Buffers;
using System.Globalization;
using System.Text.Json;
using QualifyBot.BotFramework.Schema;

namespace QualifyBot.BotFramework.DirectLine;

/// <summary>A set of activities as a client may see it: without what is between host and bot, and without how they reach each other.</summary>
internal sealed class ClientView
{
    private const int Full = 1024 * 1024;

    private readonly ArrayBufferWriter<byte> _body = new(1024);

    private readonly FileLinks _links;

    internal ClientView(long after, FileLinks links)
    {
        (Watermark, _links) = (after, links);
        _body.Write("{\"activities\":["u8);
    }

    /// <summary>The position of the last entry looked at, shown or not.</summary>
    internal long Watermark { get; private set; }

    /// <summary>How many activities are shown.</summary>
    internal int Count { get; private set; }

    /// <summary>Whether it is large enough to be sent before more is added.</summary>
    internal bool IsFull => _body.WrittenCount >= Full;

    /// <summary>Adds an entry, if it is for clients. One who is typing is shown <paramref name="live"/> only.</summary>
    internal void Add(StreamEntry entry, bool live)
    {
        Watermark = entry.Position;
        var activity = entry.ActivityJson.Span;
        if (!IsShown(activity, live))
        {
            return;
        }

        if (Count++ > 0)
        {
            _body.Write(","u8);
        }

        Copy(activity);
    }

    /// <summary>The set as JSON; nothing can be added afterwards.</summary>
    internal ReadOnlyMemory<byte> Complete()
    {
        _body.Write("],\"watermark\":\""u8);
        var space = _body.GetSpan(20);
        Watermark.TryFormat(space, out var written, default, CultureInfo.InvariantCulture);
        _body.Advance(written);
        _body.Write("\"}"u8);
        return _body.WrittenMemory;
    }

    private static bool IsShown(ReadOnlySpan<byte> activity, bool live)
    {
        var reader = new Utf8JsonReader(activity);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isType = reader.ValueTextEquals("type"u8);
            reader.Read();
            if (isType)
            {
                return reader.GetString() switch
                {
                    ActivityTypes.ConversationUpdate or ActivityTypes.Invoke or ActivityTypes.InvokeResponse or ActivityTypes.Trace => false,
                    ActivityTypes.Typing => live,
                    _ => true,
                };
            }

            reader.Skip();
        }

        return false;
    }

    // Members are copied as they are written, so that channelData comes back byte for byte.
    private void Copy(ReadOnlySpan<byte> activity)
    {
        var reader = new Utf8JsonReader(activity);
        reader.Read();
        var separator = "{"u8;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var start = (int)reader.TokenStartIndex;
            var hidden = reader.ValueTextEquals("serviceUrl"u8) || reader.ValueTextEquals("recipient"u8) || reader.ValueTextEquals("callerId"u8);
            var isFiles = reader.ValueTextEquals("attachments"u8);
            reader.Read();
            var value = (int)reader.TokenStartIndex;
            reader.Skip();
            if (!hidden)
            {
                _body.Write(separator);
                _body.Write(activity[start..value]);
                CopyValue(activity[value..(int)reader.BytesConsumed], isFiles);
                separator = ","u8;
            }
        }

        _body.Write("}"u8);
    }

    private void CopyValue(ReadOnlySpan<byte> value, bool isFiles)
    {
        if (isFiles)
        {
            _links.Write(_body, value);
        }
        else
        {
            _body.Write(value);
        }
    }
}
