namespace Pod.Generator.Analysis.Names;

/// <summary>A type's name with a word in front that says where it is from: <c>module:billing:Invoice</c>, <c>package:shop/money.dart:Money</c>.</summary>
/// <param name="Prefix">The word.</param>
/// <param name="Owner">What stands between the word and the name: a module's nickname or a path; empty for the framework.</param>
/// <param name="Name">The bare name.</param>
internal sealed record PrefixedName(string Prefix, string Owner, string Name)
{
    public const string Module = "module";

    /// <summary>Gets whether the type would be one of Pod itself.</summary>
    public bool IsFramework => Prefix is "pod" or "serverpod";

    /// <summary>Gets whether the type would be a custom one.</summary>
    public bool IsCustom => Prefix is "package" or "project";

    /// <summary>Gets the owner in words.</summary>
    public string OwnerText => IsFramework ? "Pod itself" : Prefix == Module ? $"the module '{Owner}'" : $"'{Prefix}:{Owner}'";

    /// <summary>Splits a name; null when it has no prefix.</summary>
    public static PrefixedName? Parse(string text)
    {
        var (first, last) = (text.IndexOf(':', StringComparison.Ordinal), text.LastIndexOf(':'));
        return first < 0 ? null : new PrefixedName(text[..first], first == last ? "" : text[(first + 1)..last], text[(last + 1)..]);
    }
}
