namespace QualifyBot.Qualification.Reading.Languages;

/// <summary>In which language a message seems to be written.</summary>
/// <param name="Language">Two-letter code of the likeliest language, known to the reader or not ("de", "it"); null where no word tells.</param>
/// <param name="Likely">True where it is likelier than the language of the talk, or is that language.</param>
/// <param name="Clear">True where the words leave little doubt; names, figures and words that many languages share never do.</param>
/// <param name="Words">How many words tell of it.</param>
public readonly record struct LanguageGuess(string? Language, bool Likely, bool Clear, int Words);
