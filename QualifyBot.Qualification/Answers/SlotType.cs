namespace QualifyBot.Qualification.Answers;

/// <summary>What kind of thing a slot holds; each kind has one case of <see cref="AnswerValue"/>.</summary>
public enum SlotType
{
    /// <summary>An amount of money, or what was said instead of one (<see cref="AnswerValue.Money"/>).</summary>
    Money,

    /// <summary>A point or stretch of calendar or clock time, such as a meeting (<see cref="AnswerValue.Time"/>).</summary>
    Time,

    /// <summary>When the buyer wants to start, in days (<see cref="AnswerValue.Timeframe"/>).</summary>
    Timeframe,

    /// <summary>A length of time (<see cref="AnswerValue.Duration"/>).</summary>
    Duration,

    /// <summary>A plain number or range of numbers (<see cref="AnswerValue.Number"/>).</summary>
    Number,

    /// <summary>A number of people (<see cref="AnswerValue.Headcount"/>).</summary>
    Headcount,

    /// <summary>The person's part in the purchase decision (<see cref="AnswerValue.Authority"/>).</summary>
    Authority,

    /// <summary>A job title (<see cref="AnswerValue.Title"/>).</summary>
    Title,

    /// <summary>Yes, no or unsure, in the light of the question asked (<see cref="AnswerValue.YesNo"/>).</summary>
    YesNo,

    /// <summary>An e-mail address (<see cref="AnswerValue.Text"/>).</summary>
    Email,

    /// <summary>A telephone number: digits, with a leading + where the country is given (<see cref="AnswerValue.Text"/>).</summary>
    Phone,

    /// <summary>A person's name (<see cref="AnswerValue.Text"/>).</summary>
    Person,

    /// <summary>A company's name (<see cref="AnswerValue.Text"/>).</summary>
    Company,

    /// <summary>A problem, challenge or goal, or that there is none (<see cref="AnswerValue.Need"/>).</summary>
    Need,

    /// <summary>Any other phrase (<see cref="AnswerValue.Text"/>).</summary>
    Text,

    /// <summary>What the company does: the id of an industry, such as "healthcare" (<see cref="AnswerValue.Text"/>).</summary>
    Industry,

    /// <summary>Where the company is or sells: an ISO 3166 country code, or a region such as "DACH", "EMEA" or "NORTH_AMERICA" (<see cref="AnswerValue.Text"/>).</summary>
    Geography,

    /// <summary>A product or way of working in use today: its known name, else the visitor's words (<see cref="AnswerValue.Text"/>).</summary>
    Technology,

    /// <summary>Who else is being looked at: the known name, else the visitor's words (<see cref="AnswerValue.Text"/>).</summary>
    Competitor,

    /// <summary>How much the matter presses: "top", "high", "medium" or "low" (<see cref="AnswerValue.Text"/>).</summary>
    Priority,

    /// <summary>A web address as written (<see cref="AnswerValue.Text"/>).</summary>
    Web,
}
