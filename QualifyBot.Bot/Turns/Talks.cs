using System.Buffers.Binary;
using System.Text.Json;
using QualifyBot.Bot.Dialogs;
using QualifyBot.Bot.Outcomes.Booking;
using QualifyBot.Bot.Outcomes.Leads;
using QualifyBot.Bot.Playbooks;
using QualifyBot.BotFramework.Schema;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Playbooks;
using QualifyBot.Qualification.Scoring;

namespace QualifyBot.Bot.Turns;

/// <summary>Opens a turn's talk from what is stored; a new conversation starts with the playbook that the channel data name, or the configured one.</summary>
internal sealed class Talks(PlaybookCatalog catalog, SalesPlan plan, TalkOptions options, BookingOptions booking)
{
    private const string OthersTalk = "The visitor's signed identity is not taken. This conversation is another visitor's: start a new one for each.";

    private readonly SpokenLanguages languages = new(catalog.Texts, options.Language);

    /// <summary>The talk of an activity.</summary>
    public Talk Open(ConversationKey key, StoredTalk stored, TurnRequest request, DateTimeOffset now)
    {
        var playbook = PlaybookOf(stored, request.Activity);
        var conversation = stored.Conversation ?? new ConversationRecord { Playbook = playbook.Id };
        var identity = conversation.Identity ?? request.Claim?.Visitor;
        var clock = WallClock.For(conversation.Zone ?? request.Activity.LocalTimezone, booking.TimeZone);
        return new Talk
        {
            Playbook = playbook,
            Languages = languages,
            Faqs = catalog.Faqs,
            Activity = request.Activity,
            Now = now,
            Vary = textId => VariantOf(key.LeadId, textId),
            Away = (stored.Lead ?? stored.Earlier) is { } before ? now - before.UpdatedAt : TimeSpan.Zero,
            IsElsewhere = stored is { Lead: null, Earlier: not null },
            IsAboutLatest = SeenActivities.IsLatest(stored.Conversation, request.Activity.Id),
            Memory = request.Memory,
            Visit = request.Visit,
            IdentityProblem = request.Claim is { Visitor: { } claimed } && claimed.Subject != identity?.Subject ? OthersTalk : request.Claim?.Problem,
            Clock = clock,
            PublicUrl = request.PublicUrl,
            Conversation = conversation with { Playbook = playbook.Id, Identity = identity, Language = LanguageOf(conversation, request.Activity), Open = StillOpen(IsAsked(stored) ? conversation.Open : null, playbook, isChanged: stored.Lead is { } lead && lead.PlaybookHash != playbook.Hash) },
            Lead = Identified(LeadOf(key, stored, request, playbook, now, DateOnly.FromDateTime(clock.At(now))), stored, identity, playbook, now, DateOnly.FromDateTime(clock.At(now))),
        };
    }

    // Chance seeded by the conversation: the same talk is said in the same words, and two talks seldom are.
    private static int VariantOf(string leadId, string textId)
    {
        var seed = BinaryPrimitives.ReadUInt32BigEndian(Convert.FromHexString(leadId.AsSpan(0, sizeof(uint) * 2)));
        foreach (var letter in textId)
        {
            seed = unchecked((seed ^ letter) * 16_777_619);
        }

        return (int)(seed >> 8);
    }

    // Until the bot has said something, the channel's word for the language is the best there is.
    private string LanguageOf(ConversationRecord conversation, Activity activity) =>
        (conversation.Greeted ? null : languages.Find(activity.Locale)) ?? languages.Find(conversation.Language) ?? languages.First;

    private Playbook PlaybookOf(StoredTalk stored, Activity activity)
    {
        var wanted = stored.Conversation?.Playbook ?? PlaybookIn(activity.ChannelData);
        return wanted is not null && catalog.Playbooks.TryGetValue(wanted, out var playbook) ? playbook : catalog.Playbooks[plan.Playbook];
    }

    private static string? PlaybookIn(JsonElement? channelData) =>
        channelData is { ValueKind: JsonValueKind.Object } data && data.TryGetProperty("playbook", out var playbook) && playbook.ValueKind is JsonValueKind.String
            ? playbook.GetString()
            : null;

    // Once the talk is over, what was asked last waits for nothing any more.
    private static bool IsAsked(StoredTalk stored) => stored is not { Conversation.Dialogs.DialogStack.Count: 0, Lead: { } lead } || !Course.IsOver(lead);

    // A changed rulebook may no longer have the question, nor the values that were in doubt; questions of other dialogs stay.
    private static OpenQuestion? StillOpen(OpenQuestion? open, Playbook playbook, bool isChanged) =>
        isChanged && open is { Doubts: not null } ? StillOpen(open.Before, playbook, isChanged)
        : open is { Slot: { } slot } && playbook.FindSlot(slot) is null ? null
        : open;

    private static LeadRecord LeadOf(ConversationKey key, StoredTalk stored, TurnRequest request, Playbook playbook, DateTimeOffset now, DateOnly today)
    {
        var activity = request.Activity;
        var lead = stored.Lead ?? FromEarlier(stored.Earlier, playbook, today, new LeadRecord
        {
            Id = key.LeadId,
            Channel = activity.ChannelId ?? "",
            Conversation = activity.Conversation?.Id ?? "",
            UserId = activity.From?.Id,
            CreatedAt = now,
            UpdatedAt = now,
            Playbook = playbook.Id,
            PlaybookVersion = playbook.Version,
            PlaybookHash = playbook.Hash,
        });
        lead = stored is { Lead.Earlier: null, Earlier: { } before } && before.Id != lead.Id ? lead with { Earlier = before.Id } : lead;
        var writes = activity.Type is ActivityTypes.Message or ActivityTypes.MessageUpdate;
        lead = writes ? lead with { UpdatedAt = now, LeftAt = null, Files = VisitorFiles.With(lead.Files, request, now) } : lead;
        return lead.Under(playbook, today);
    }

    // What belongs to the matter comes along; who the visitor is and how to reach them is asked anew, since somebody else may sit there today.
    private static LeadRecord FromEarlier(LeadRecord? earlier, Playbook playbook, DateOnly today, LeadRecord lead)
    {
        if (earlier is null)
        {
            return lead;
        }

        var known = earlier.Known.Answers.Where(answer => answer.Value is not AnswerValue.Withheld && playbook.FindSlot(answer.Slot) is { } slot
            && AnswerTypes.Fits(answer.Value, slot.Type) && slot.Type is not (SlotType.Email or SlotType.Phone or SlotType.Person));
        var carried = Lead.Empty with { Answers = [.. known] };
        return carried.Answers.IsEmpty ? lead with { Earlier = earlier.Id }
            : lead with { Earlier = earlier.Id, Known = carried, Score = ScoreRecord.Of(Scorer.Score(carried, playbook, today), today) };
    }

    // What the site vouches for counts as said, once: the visitor may correct it, or take it back.
    private static LeadRecord Identified(LeadRecord lead, StoredTalk stored, VisitorIdentity? identity, Playbook playbook, DateTimeOffset now, DateOnly today)
    {
        if (identity is null || (stored.Lead is not null && stored.Conversation?.Identity is not null))
        {
            return lead;
        }

        var known = Told(Told(lead.Known, playbook, SlotType.Person, identity.Name, now), playbook, SlotType.Email, identity.Email, now);
        var isTold = known != lead.Known;
        return lead.Knowing(known) with { Subject = identity.Subject, Score = isTold ? ScoreRecord.Of(Scorer.Score(known, playbook, today), today) : lead.Score };
    }

    private static Lead Told(Lead known, Playbook playbook, SlotType type, string? value, DateTimeOffset now) =>
        value is not null && playbook.Slots.FirstOrDefault(slot => slot.Type == type) is { } slot && known.Find(slot.Id) is null
            ? known.With(new Answer(slot.Id, new AnswerValue.Text(value), new Evidence(VisitorIdentity.Reader, 0, value.Length, value, VisitorIdentity.Reader), now))
            : known;
}
