using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace QualifyBot.Tests.Mutations;

/// <summary>Makes tokens that nobody issued out of those that somebody did.</summary>
/// <param name="random">Chance, seeded.</param>
/// <param name="others">Tokens that were issued, and are not good for the call: expired, of others, for other uses.</param>
internal sealed class TokenMutator(Random random, IReadOnlyList<string> others)
{
    private static readonly string[] Odd = ["undefined", "null", "", "Bearer", "a.b.c", "..", ".", "eyJhbGciOiJub25lIn0..", new('x', 3000), "\u00e9\u00ff", "a b", "Basic dTpw", "\t"];

    /// <summary>A token that must be refused.</summary>
    public string Mutate(string good)
    {
        while (true)
        {
            var mutated = Once(good);
            if (!IsSame(mutated, good))
            {
                return mutated;
            }
        }
    }

    private string Once(string good)
    {
        var parts = good.Split('.');
        var part = random.Next(parts.Length);
        switch (random.Next(9))
        {
            case 0: return Odd[random.Next(Odd.Length)];
            case 1 when others.Count > 0: return others[random.Next(others.Count)];
            case 2: return good[..random.Next(good.Length)];
            case 3: parts[part] = Flipped(parts[part]); break;
            case 4: parts[part] = others.Count > 0 && others[random.Next(others.Count)].Split('.') is { Length: 3 } other ? other[part] : ""; break;
            case 5: parts[0] = Encoded("""{"alg":"none","typ":"JWT"}"""); parts[2] = random.Next(2) == 0 ? "" : parts[2]; break;
            case 6: parts[1] = Encoded(Payload(parts[1]).Replace("\"exp\":1", "\"exp\":9", StringComparison.Ordinal)); break;
            case 7: parts[2] = Base64Url.EncodeToString(HMACSHA256.HashData(new byte[32], Encoding.ASCII.GetBytes(parts[0] + "." + parts[1]))); break;
            default: return good.Insert(random.Next(good.Length), ((char)random.Next(33, 127)).ToString());
        }

        return string.Join('.', parts);
    }

    private string Flipped(string part)
    {
        var letters = part.ToCharArray();
        letters[random.Next(letters.Length)] = (char)random.Next(33, 127);
        return new string(letters);
    }

    private static string Payload(string part) => Base64Url.IsValid(part) ? Encoding.UTF8.GetString(Base64Url.DecodeFromChars(part)) : "";

    private static string Encoded(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));

    // The last sign of a part has bits that mean nothing: what differs in those alone is the same token.
    private static bool IsSame(string mutated, string good)
    {
        var (one, two) = (mutated.Trim().Split('.'), good.Split('.'));
        return one.Length == two.Length && one.Zip(two).All(static pair => pair.First == pair.Second
            || (Base64Url.IsValid(pair.First) && Base64Url.IsValid(pair.Second) && Base64Url.DecodeFromChars(pair.First).AsSpan().SequenceEqual(Base64Url.DecodeFromChars(pair.Second))));
    }
}
