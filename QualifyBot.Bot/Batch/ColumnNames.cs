using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using QualifyBot.Qualification.Answers;

namespace QualifyBot.Bot.Batch;

/// <summary>What columns of CRM exports are called.</summary>
internal static class ColumnNames
{
    /// <summary>Names of the column that tells leads apart.</summary>
    public static readonly FrozenSet<string> Ids = Set("id lead_id record_id contact_id lead_record_id object_id uuid external_id crm_id");

    private static readonly FrozenDictionary<SlotType, FrozenSet<string>> Known = new Dictionary<SlotType, FrozenSet<string>>
    {
        [SlotType.Money] = Set("budget annual_budget budget_amount amount deal_amount deal_value deal_size expected_revenue opportunity_amount available_budget project_budget spend funds money"),
        [SlotType.Timeframe] = Set("timeline timeframe time_frame timing start_date start purchase_timeframe purchase_timeline buying_timeframe buying_timeline implementation_date go_live go_live_date target_date planned_start expected_start project_start when"),
        [SlotType.Headcount] = Set("employees employee_count number_of_employees no_of_employees num_employees numberofemployees headcount company_size team_size staff size users number_of_users"),
        [SlotType.Title] = Set("title job_title jobtitle position role job_role job function contact_title"),
        [SlotType.Authority] = Set("authority decision_maker decisionmaker is_decision_maker decision_role buying_role role_in_decision decision_authority who_decides"),
        [SlotType.Need] = Set("need needs pain pain_point pain_points problem problems challenge challenges use_case requirement requirements interest_reason reason"),
        [SlotType.Company] = Set("company company_name account account_name organization organisation org organization_name employer"),
        [SlotType.Email] = Set("email email_address e_mail work_email business_email mail emailaddress"),
        [SlotType.Phone] = Set("phone phone_number telephone mobile mobile_phone business_phone work_phone cell tel"),
        [SlotType.Person] = Set("name full_name contact contact_name person lead_name"),
        [SlotType.Industry] = Set("industry sector vertical branch"),
        [SlotType.Geography] = Set("country region location geography country_region billing_country state territory"),
        [SlotType.Technology] = Set("technology technologies tech_stack crm current_tool current_system current_solution tools"),
        [SlotType.Competitor] = Set("competitor competitors other_vendors alternatives"),
        [SlotType.Priority] = Set("priority urgency importance"),
        [SlotType.Web] = Set("website url web web_site homepage company_domain domain"),
    }.ToFrozenDictionary();

    /// <summary>A header as names are compared: "Annual Budget ($)" is "annual_budget".</summary>
    public static string Plain(string header)
    {
        var name = new StringBuilder(header.Length);
        foreach (var letter in header)
        {
            if (char.IsLetterOrDigit(letter))
            {
                name.Append(char.ToLowerInvariant(letter));
            }
            else if (name.Length > 0 && name[^1] != '_')
            {
                name.Append('_');
            }
        }

        return name.ToString().TrimEnd('_');
    }

    /// <summary>Whether CRMs call a column for this kind of slot so.</summary>
    public static bool Fit(SlotType type, string plain) => Known.TryGetValue(type, out var names) && names.Contains(plain);

    private static FrozenSet<string> Set(string names) => names.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
