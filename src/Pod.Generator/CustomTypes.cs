using System.Text.RegularExpressions;
using Pod.Generator.Analysis;
using Pod.Schema;

namespace Pod.Generator;

/// <summary>The types of the application's own that model files may name.</summary>
public sealed partial record CustomTypes
{
    private readonly ValueList<CustomType> _all;

    private CustomTypes(ValueList<CustomType> all) => _all = all;

    /// <summary>Gets the list without any.</summary>
    public static CustomTypes None { get; } = new([]);

    /// <summary>Gets the words for suggestions.</summary>
    internal IEnumerable<string> Words => _all.Select(static type => type.Word);

    /// <summary>Makes a list.</summary>
    /// <param name="types">C# types with their namespaces by the text in model files, which is <c>Money</c> or <c>package:shop/money.dart:Money</c>.</param>
    /// <exception cref="FormatException">A text is no name of a type, or means two types.</exception>
    public static CustomTypes Create(IEnumerable<KeyValuePair<string, string>> types)
    {
        ArgumentNullException.ThrowIfNull(types);
        var all = types.Select(static type => new CustomType(type.Key, type.Value)).ToValueList();
        foreach (var type in all)
        {
            Check(type);
            if (all.FirstOrDefault(other => other.CSharpType != type.CSharpType && (other.Word == type.Word || other.Name == type.Name)) is { } other)
            {
                throw new FormatException($"the custom types '{type.CSharpType}' and '{other.CSharpType}' have one name. Rename one of them.");
            }
        }

        return new CustomTypes(all);
    }

    /// <summary>Finds a type by its whole text or by its bare name.</summary>
    internal CustomType? Find(string text) => _all.FirstOrDefault(type => type.Written == text) ?? _all.FirstOrDefault(type => type.Word == text);

    /// <summary>Finds a type by its C# name with namespace.</summary>
    internal CustomType? FindCSharp(string type) => _all.FirstOrDefault(candidate => candidate.CSharpType == type);

    /// <summary>Tells whether a model of this name would stand in a custom type's way.</summary>
    internal bool Occupy(string name) => _all.Any(type => type.Word == name || type.Name == name);

    private static void Check(CustomType type)
    {
        if (!Identifier().IsMatch(type.Word))
        {
            throw new FormatException($"'{type.Written}' is no name of a custom type. Write 'Money' or 'package:shop/money.dart:Money'.");
        }

        if (BuiltInTypes.Words.Contains(type.Word))
        {
            throw new FormatException($"'{type.Word}' is a built-in type and cannot be a custom one. Choose another name.");
        }

        if (!QualifiedName().IsMatch(type.CSharpType))
        {
            throw new FormatException($"'{type.CSharpType}' is no C# type. Write it with its namespace, such as 'Shop.Money'.");
        }
    }

    [GeneratedRegex(@"^[A-Za-z_]\w*\z")]
    private static partial Regex Identifier();

    [GeneratedRegex(@"^[A-Za-z_]\w*(\.[A-Za-z_]\w*)*\z")]
    private static partial Regex QualifiedName();
}
