using System.Collections.Concurrent;

namespace QualifyBot.BotFramework.DirectLine;

/// <summary>
/// Lets each key do something so often within a while: all at once, or spread. It is the generic cell rate algorithm (ITU-T I.371), because the
/// limiters of the base library go by a clock of their own.
/// </summary>
/// <param name="most">How often; 0 = no limit.</param>
/// <param name="within">The while.</param>
/// <param name="time">The clock.</param>
internal sealed class Pace(int most, TimeSpan within, TimeProvider time)
{
    private const int KeysUntilSweep = 100_000;

    // When each key's account is settled; one that is settled need not be remembered.
    private readonly ConcurrentDictionary<string, DateTimeOffset> _settled = new(StringComparer.Ordinal);

    /// <summary>Counts one more; null, or how long to wait until there may be one more.</summary>
    internal TimeSpan? Exceeded(string key)
    {
        if (most <= 0)
        {
            return null;
        }

        var now = time.GetUtcNow();
        var cost = within / most;
        while (true)
        {
            var known = _settled.TryGetValue(key, out var settled);
            var next = (known && settled > now ? settled : now) + cost;
            if (next - now > within)
            {
                return next - now - within;
            }

            if (known ? _settled.TryUpdate(key, next, settled) : _settled.TryAdd(key, next))
            {
                Sweep(now);
                return null;
            }
        }
    }

    private void Sweep(DateTimeOffset now)
    {
        if (_settled.Count > KeysUntilSweep)
        {
            foreach (var account in _settled.Where(account => account.Value <= now))
            {
                _settled.TryRemove(account);
            }
        }
    }
}
