using System.Text;

namespace Pod.Generator.Tests.Fuzz;

/// <summary>Texts that have broken parsers before.</summary>
internal static class NastyTexts
{
    private const int Million = 1_000_000;

    private static readonly string[] Repeated =
    [
        "a", " ", "\n", "\r", "[", "]", "{", "}", "<", "'", "\"", "\\", ":", ": ", "-", "- ", "?", "? ", "#", "###\n", "&a ", "*a ", "!", "!!", "%", "@", "|", ">", ",", "0", "\0",
        "\uD800", "\uFEFF", "\u2028", "a:\n", "a: b\n", "- a\n", "[a, ", "{a: ", "\n---\n", "\n...\n", "\t", "é", "'\\", "',", "\"',",
    ];

    public static IEnumerable<(string Name, string Text)> All =>
    [
        .. Repeated.Select(static text => ($"up to 1 MB of {Escape(text)}", Repeat(text))),
        .. Repeated.Select(static text => ($"many {Escape(text)} as a type", "class: A\nfields:\n  a: string, " + Repeat(text, Million / 10))),
        .. Repeated.Select(static text => ($"many {Escape(text)} as a default", "class: A\nfields:\n  a: string, default='" + Repeat(text, Million / 10))),
        ("1 MB of digits as a number", "class: A\nfields:\n  a: BigInteger, default=" + Repeat("7")),
        ("many options", "class: A\nfields:\n  a: string, " + string.Join(", ", Enumerable.Range(0, Million / 32).Select(static index => $"o{index}"))),
        ("many options over many lines", "class: A\nfields:\n  a: string\n" + string.Join('\n', Enumerable.Range(0, Million / 80).Select(static index => $"    , option{index}"))),
        ("many relation options", "class: A\ntable: a\nfields:\n  a: A?, relation(" + string.Join(", ", Enumerable.Range(0, Million / 32).Select(static index => $"o{index}")) + ")"),
        ("binary", Encoding.Latin1.GetString([.. Enumerable.Range(0, 65536).Select(static index => (byte)(index * 7919 >> 3))])),
        ("random UTF-16", new string([.. Enumerable.Range(0, 65536).Select(static index => (char)(index * 40503))])),
        ("deep type", "class: A\nfields:\n  a: " + string.Concat(Enumerable.Repeat("List<", 5000)) + "int" + new string('>', 5000)),
        ("deep map", string.Concat(Enumerable.Range(0, 500).Select(static depth => new string(' ', depth) + "a:\n"))),
        ("huge key", new string('k', 100_000) + ": a\nclass: A\n"),
        ("long names", $"class: {new string('A', 100_000)}\nfields:\n  {new string('a', 100_000)}: {new string('b', 100_000)}\n"),
        ("unclosed quotes", "class: 'A\nfields:\n  a: \"string\n  b: 'c"),
        ("anchors and aliases", "class: &a A\nfields: &f\n  a: *a\n  b: *f\n  <<: *f\n"),
        ("billion laughs", "a: &a [x,x]\n" + string.Concat(Enumerable.Range(0, 30).Select(static index => $"b{index}: &b{index} [*a,*a]\n"))),
        ("tags", "class: !!binary A\nfields: !!map\n  a: !<tag:x> string\n  b: !local int\n"),
        ("directives", "%YAML 99999999999999999999.1\n%TAG ! tag:x,2000:\n--- !a\nclass: A\n"),
        ("escapes", "class: \"\\U00110000\"\nfields:\n  a: \"\\uD800\"\n  b: \"\\xZZ\"\n"),
        ("block scalars", "class: |\n  A\nfields:\n  a: >-\n    string,\n    default='x\n  b: |9\n   int\n"),
        ("complex keys", "? [a, b]\n: c\n? {d: e}\n: f\nclass: A\n"),
        ("NULs", "class: A\0\nfields:\n  a\0b: str\0ing\n"),
        ("BOM", "\uFEFFclass: A\nfields:\n  \uFEFFa: strng\n"),
        ("CRLF", "class: A\r\nfields:\r\n  a: strng\r\n  b: int,\r\n   bogus\r\n"),
        ("old Mac", "class: A\rfields:\r  a: strng\r"),
        ("other line ends", "class: A\u0085fields:\u2028  a: strng\u2029  b: int\f  c: int\n"),
        ("line ends in documentation", "### One\u2028two\u0085three\ffour\vfive\nclass: A\nfields:\n  ### a\u2029b\n  a: string\n"),
        ("documentation that closes", "### </summary> */ \" \\ {0} ]]>\nclass: A\nfields:\n  ### --> <b>\n  a: string\n"),
        ("thousands of fields", "class: A\ntable: a\nfields:\n" + string.Concat(Enumerable.Range(0, 3000).Select(static index => $"  field{index}: int, unique\n"))),
        ("thousands of unknown types", "class: A\nfields:\n" + string.Concat(Enumerable.Range(0, 3000).Select(static index => $"  field{index}: Type{index}\n"))),
        ("thousands of equal keys", "class: A\nfields:\n" + string.Concat(Enumerable.Repeat("  a: int\n", 3000))),
        ("thousands of values", "enum: A\nvalues:\n" + string.Concat(Enumerable.Range(0, 5000).Select(static index => $"  - value{index}\n"))),
    ];

    private static string Repeat(string text, int length = Million) =>
        string.Concat(Enumerable.Repeat(text, (text.Length == 1 ? length : length / 4) / text.Length));

    private static string Escape(string text) => string.Concat(text.Select(static letter => char.IsAsciiLetterOrDigit(letter) || char.IsPunctuation(letter) ? letter.ToString() : $"\\u{(int)letter:X4}"));
}
