namespace Pod.Generator.Emission;

/// <summary>The attribute on every generated type; coverage and analysis tools leave such types alone.</summary>
internal static class GeneratedCode
{
    public static string Attribute { get; } = $"[GeneratedCode(\"Pod.Generator\", \"{GeneratorVersion.Text}\")]";
}
