using System.Text;

namespace Pod.Runtime.Tests.Fuzz;

/// <summary>Spoils bytes in the ways that break parsers. The same seed gives the same bytes.</summary>
internal sealed class Mutation(int seed)
{
    private static readonly byte[][] Nasty =
    [
        [0xC3, 0x28], [0xFF, 0xFE], [0xED, 0xA0, 0x80], [0xF8, 0x88, 0x80, 0x80, 0x80], [0], "\\ud800"u8.ToArray(), "\\u0000"u8.ToArray(), "\\x"u8.ToArray(),
        "1e999"u8.ToArray(), "-1e-999"u8.ToArray(), "123456789012345678901234567890"u8.ToArray(), "NaN"u8.ToArray(), "Infinity"u8.ToArray(), "01"u8.ToArray(),
        "null"u8.ToArray(), "true"u8.ToArray(), "{}"u8.ToArray(), "[]"u8.ToArray(), "\"\""u8.ToArray(), "//"u8.ToArray(), "/**/"u8.ToArray(), ","u8.ToArray(),
        ":"u8.ToArray(), "\""u8.ToArray(), "}"u8.ToArray(), "{"u8.ToArray(), "'"u8.ToArray(), "\r\n"u8.ToArray(), "\u2028"u8.ToArray(),
        Encoding.UTF8.GetBytes(new string('[', 70)), Encoding.UTF8.GetBytes(new string('9', 400)), Encoding.UTF8.GetBytes(new string('x', 3000)),
    ];

    private readonly Random _random = new(seed);

    public int Next(int end) => _random.Next(end);

    public byte[] Spoil(string original)
    {
        var bytes = Encoding.UTF8.GetBytes(original).ToList();
        for (var changes = _random.Next(1, 4); changes > 0; changes--)
        {
            var place = _random.Next(bytes.Count + 1);
            switch (_random.Next(5))
            {
                case 0 when place < bytes.Count:
                    bytes[place] = (byte)_random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(place, _random.Next(Math.Min(8, bytes.Count - place) + 1));
                    break;
                case 2:
                    bytes.RemoveRange(place, bytes.Count - place);
                    break;
                case 3:
                    var piece = bytes.GetRange(place, Math.Min(20, bytes.Count - place));
                    bytes.InsertRange(_random.Next(bytes.Count + 1), piece);
                    break;
                default:
                    bytes.InsertRange(place, Nasty[_random.Next(Nasty.Length)]);
                    break;
            }
        }

        return [.. bytes];
    }
}
