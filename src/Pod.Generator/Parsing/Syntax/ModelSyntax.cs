using Pod.Generator.Parsing.Yaml;

namespace Pod.Generator.Parsing.Syntax;

/// <summary>A model file as written: names are not resolved, values are not checked.</summary>
/// <param name="Source">The file.</param>
/// <param name="Kind">Which of the three kinds it declares.</param>
/// <param name="Name">The type's name.</param>
/// <param name="Documentation">The <c>###</c> text above the type line.</param>
/// <param name="Keys">The top-level entries.</param>
/// <param name="Fields">The fields in file order; empty for enums.</param>
internal sealed record ModelSyntax(
    SourceFile Source,
    ModelKind Kind,
    YamlScalar Name,
    string? Documentation,
    YamlMap Keys,
    IReadOnlyList<FieldSyntax> Fields)
{
    /// <summary>Gets whether the file is written in Serverpod's dialect, in which <c>int</c> has 64 bits.</summary>
    public bool IsServerpodDialect => ModelFileName.IsServerpodDialect(Source.Path);
}
