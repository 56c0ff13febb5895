using Pod.Generator.Parsing;
using static Pod.Generator.Diagnostics.DiagnosticSeverity;

namespace Pod.Generator.Diagnostics.Descriptors;

/// <summary>POD1021–POD1037: classes and exceptions that extend others.</summary>
internal static class InheritanceDiagnostics
{
    private static readonly DiagnosticDescriptor SecondTableRule = new("POD1021", Error, "One table at most on an inheritance path");
    private static readonly DiagnosticDescriptor InheritedIdRule = new("POD1023", Error, "An inherited id obeys the rules of ids");
    private static readonly DiagnosticDescriptor UnknownParentRule = new("POD1030", Error, "A parent is a model of this project");
    private static readonly DiagnosticDescriptor ForeignParentRule = new("POD1031", Error, "A parent belongs to this project");
    private static readonly DiagnosticDescriptor ParentKindRule = new("POD1032", Error, "Classes extend classes, exceptions extend exceptions");
    private static readonly DiagnosticDescriptor ServerOnlyParentRule = new("POD1033", Error, "A child of a server-only parent is server-only");
    private static readonly DiagnosticDescriptor FieldTakenRule = new("POD1034", Error, "An ancestor has the field already");
    private static readonly DiagnosticDescriptor CycleRule = new("POD1035", Error, "An inheritance chain ends");
    private static readonly DiagnosticDescriptor MutableParentRule = new("POD1037", Warning, "An immutable child of a mutable parent");

    public static Diagnostic SecondTable(SourceSpan span, string className, string ancestor) => new(SecondTableRule, span,
        $"'{className}' has a table and so has its ancestor '{ancestor}'. Remove 'table' from one of them.");

    public static Diagnostic InheritedId(SourceSpan span, string className, string ancestor, string reason) => new(InheritedIdRule, span,
        $"'{className}' has a table, and the id that it inherits from '{ancestor}' cannot be its key: {reason}");

    public static Diagnostic UnknownParent(SourceSpan span, string name, IEnumerable<string> known) => new(UnknownParentRule, span,
        $"'{name}' is no model of this project.{NearestName.Suggestion(name, known)}");

    public static Diagnostic ForeignParent(SourceSpan span, string name, string owner) => new(ForeignParentRule, span,
        $"'{name}' belongs to {owner}, and only models of this project can be extended. Write a field of that type instead, or copy the model.");

    public static Diagnostic ParentKind(SourceSpan span, string name, string kind, string parent, string parentKind) => new(ParentKindRule, span,
        $"'{name}' is of the kind '{kind}', but '{parent}' is of the kind '{parentKind}'. Extend a model of the same kind.");

    public static Diagnostic ServerOnlyParent(SourceSpan span, string name, string parent) => new(ServerOnlyParentRule, span,
        $"'{parent}' is 'serverOnly', so clients cannot know '{name}' either. Add 'serverOnly: true'.");

    public static Diagnostic FieldTaken(SourceSpan span, string field, string ancestor) => new(FieldTakenRule, span,
        $"'{field}' is a field of '{ancestor}' already, by name, column or JSON key. Remove or rename it.");

    public static Diagnostic Cycle(SourceSpan span, IEnumerable<string> chain) => new(CycleRule, span,
        $"the inheritance returns to its start: {string.Join(" → ", chain)}. Remove one 'extends'.");

    public static Diagnostic MutableParent(SourceSpan span, string parent) => new(MutableParentRule, span,
        $"members inherited from '{parent}' stay settable. Add 'immutable: true' to '{parent}', too.");
}
