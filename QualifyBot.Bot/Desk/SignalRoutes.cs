using System.Text.Json;
using QualifyBot.Bot.Turns;
using QualifyBot.Qualification.Accounts;

namespace QualifyBot.Bot.Desk;

/// <summary>Signals from other systems: about one lead, about a person by e-mail address, about a company by domain.</summary>
internal static class SignalRoutes
{
    private const int LongestName = 320;
    private const int MostLeads = 200;

    /// <summary>Maps POST /api/leads/{id}/signals and POST /api/signals.</summary>
    public static void MapSignals(this RouteGroupBuilder api)
    {
        api.MapPost("leads/{id}/signals", TakeAsync);
        api.MapPost("signals", TakeOfGroupAsync);
    }

    private static async Task<IResult> TakeAsync(string id, HttpRequest request, SignalInbox inbox, CancellationToken cancellation)
    {
        var (body, refusal) = await DeskBody.ReadAsync(request);
        using (body)
        {
            var (answer, problem) = body is null ? default : await inbox.TakeAsync(id, body.RootElement, cancellation);
            return refusal
                ?? (problem is not null ? DeskAnswer.Error(problem.Code == "BadArgument" ? 400 : 409, problem.Code, problem.Message)
                : answer is null ? DeskAnswer.NoLead()
                : Results.Json(answer, DeskJsonContext.Default.ChangeAnswer));
        }
    }

    private static async Task<IResult> TakeOfGroupAsync(HttpRequest request, LeadGroups groups, SignalInbox inbox, CancellationToken cancellation)
    {
        var (body, refusal) = await DeskBody.ReadAsync(request);
        using (body)
        {
            if (body is null)
            {
                return refusal!;
            }

            var fields = new BodyFields(body.RootElement, "");
            if (GroupOf(fields) is not { } place)
            {
                return DeskAnswer.Bad(fields.Problem!);
            }

            var ids = await groups.LeadsOfAsync(place.Index, place.Group, cancellation);
            return await TakeByAllAsync(ids, fields.Field("signals")!.Value, inbox, cancellation);
        }
    }

    private static async Task<IResult> TakeByAllAsync(IReadOnlyList<string> ids, JsonElement signals, SignalInbox inbox, CancellationToken cancellation)
    {
        var (changed, refused) = (new List<ChangeAnswer>(), new List<RefusedView>());
        foreach (var id in ids.Take(MostLeads))
        {
            var (answer, problem) = await inbox.TakeAsync(id, signals, cancellation);
            if (answer is not null)
            {
                changed.Add(answer);
            }
            else if (problem is not null)
            {
                refused.Add(new RefusedView(id, "signals" + (problem.Message.StartsWith('[') ? "" : ".") + problem.Message));
            }
        }

        return changed.Count > 0 ? Results.Json(new GroupAnswer([.. changed], [.. refused]), DeskJsonContext.Default.GroupAnswer)
            : refused.Count > 0 ? DeskAnswer.Bad(refused[0].Problem)
            : DeskAnswer.Error(404, "NotFound", "No lead is known by this address or domain; GET /api/leads lists them.");
    }

    private static (string Index, string Group)? GroupOf(BodyFields fields)
    {
        if (!fields.HasOnly("email", "domain", "signals"))
        {
            return null;
        }

        var (email, domain) = (fields.Text("email", LongestName), fields.Text("domain", LongestName));
        var registered = domain is null ? null : CompanyDomain.Registered(domain.Trim());
        if (domain is not null && registered is null)
        {
            fields.Refuse("domain", "This is no domain of a company. Write it as acme.example.");
        }
        else if (email is null == domain is null)
        {
            fields.Refuse("email", "Write either 'email' or 'domain', to say whose signals these are.");
        }
        else if (fields.Field("signals") is null)
        {
            fields.Refuse("signals", "This is missing. Write one signal or a list of them.");
        }

        return fields.Problem is not null ? null
            : email is not null ? (ConversationKey.PeopleIndex, GroupPlace.OfPerson(email))
            : (ConversationKey.AccountsIndex, registered!);
    }
}
