using Pod.Generator.Parsing;
using static Pod.Generator.Diagnostics.DiagnosticSeverity;

namespace Pod.Generator.Diagnostics.Descriptors;

/// <summary>POD1055–POD1061: properties of enum values.</summary>
internal static class EnumPropertyDiagnostics
{
    private static readonly DiagnosticDescriptor NotAMapRule = new("POD1055", Error, "'properties' is a map of types");
    private static readonly DiagnosticDescriptor NameRule = new("POD1056", Error, "A property name is a free camelCase identifier");
    private static readonly DiagnosticDescriptor TypeRule = new("POD1057", Error, "A property is int, long, double, bool or string");
    private static readonly DiagnosticDescriptor ModifierRule = new("POD1058", Error, "A property takes 'default=' only");
    private static readonly DiagnosticDescriptor MissingRule = new("POD1059", Error, "A value sets every property without default");
    private static readonly DiagnosticDescriptor UndeclaredRule = new("POD1060", Error, "A value sets declared properties only");
    private static readonly DiagnosticDescriptor WrongValueRule = new("POD1061", Error, "A property's value has its type");

    public static Diagnostic NotAMap(SourceSpan span) => new(NotAMapRule, span,
        "'properties' takes lines such as 'weight: int' or 'label: string, default='x''.");

    public static Diagnostic Name(SourceSpan span, string name) => new(NameRule, span,
        $"'{name}' is no name for a property: it is taken, reserved by C#, or no camelCase identifier. Choose another name.");

    public static Diagnostic Type(SourceSpan span, string property, string type) => new(TypeRule, span,
        $"the property '{property}' cannot be '{type}'. Write int, long, double, bool or string.");

    public static Diagnostic Modifier(SourceSpan span, string property, string text) => new(ModifierRule, span,
        $"'{text}' says nothing about the property '{property}'. Only 'default=…' may follow the type.");

    public static Diagnostic Missing(SourceSpan span, string value, string property) => new(MissingRule, span,
        $"'{value}' does not set the property '{property}'. Write '{value}: {{{property}: …}}', give the property a default, or make its type nullable with '?'.");

    public static Diagnostic Undeclared(SourceSpan span, string value, string property, IEnumerable<string> known) => new(UndeclaredRule, span,
        $"'{value}' sets '{property}', which 'properties' does not declare.{NearestName.Suggestion(property, known)}");

    public static Diagnostic WrongValue(SourceSpan span, string value, string property, string type) => new(WrongValueRule, span,
        $"'{value}' gives the property '{property}' a value that is no '{type}'.");
}
