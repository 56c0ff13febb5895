namespace Pod.Generator.Parsing.Syntax;

/// <summary>What a model file declares.</summary>
internal enum ModelKind
{
    Class,
    Exception,
    Enum,
}
