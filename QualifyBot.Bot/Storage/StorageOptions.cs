using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace QualifyBot.Bot.Storage;

/// <summary>Where state is kept: the section "Storage" of the settings.</summary>
public sealed class StorageOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Storage";

    /// <summary>Redis as StackExchange.Redis names it ("redis-1:6379,password=...,ssl=true"); null or empty = the SQLite file.</summary>
    [RegularExpression("^(?!.*://).*$", ErrorMessage = "Storage:Redis is not an address with '://'; write host:port,password=...,ssl=true.")]
    public string? Redis { get; set; }

    /// <summary>The SQLite file, used where <see cref="Redis"/> is not set; ":memory:" keeps nothing after the process ends.</summary>
    [Required(ErrorMessage = "Storage:Path is empty; name a file, such as data/qualifybot.db.")]
    public string Path { get; set; } = "data/qualifybot.db";

    /// <summary>First part of each Redis key, so that several products can share one Redis.</summary>
    [Required]
    [RegularExpression("^[A-Za-z0-9._-]{1,64}$", ErrorMessage = "Storage:Prefix is 1 to 64 letters, digits, dots, dashes and underscores.")]
    public string Prefix { get; set; } = "qualifybot";

    /// <summary>The store these options choose.</summary>
    public StorageKind Kind => string.IsNullOrWhiteSpace(Redis) ? StorageKind.Sqlite : StorageKind.Redis;
}

/// <summary>The stores there are.</summary>
public enum StorageKind
{
    /// <summary>One file (or memory) of this host.</summary>
    Sqlite,

    /// <summary>A Redis or Redis Cluster that any number of hosts share.</summary>
    Redis,
}

/// <summary>Refuses options that cannot work, before the first turn.</summary>
[OptionsValidator]
public sealed partial class StorageOptionsValidator : IValidateOptions<StorageOptions>;
