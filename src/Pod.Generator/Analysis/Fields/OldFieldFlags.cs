using Pod.Generator.Diagnostics;
using Pod.Generator.Diagnostics.Descriptors;
using Pod.Generator.Parsing;
using Pod.Generator.Parsing.Syntax;
using Pod.Generator.Parsing.Yaml;

namespace Pod.Generator.Analysis.Fields;

/// <summary>Rewrites the flags of Serverpod's early documentation into their modern form, so that all of its rules apply.</summary>
internal static class OldFieldFlags
{
    /// <summary>Gives a field with <c>database</c> as <c>scope=serverOnly</c> and <c>api</c> as <c>!persist</c>, and warns about each.</summary>
    public static FieldSyntax Modernise(FieldSyntax field, DiagnosticBag diagnostics) => field with
    {
        Options = [.. field.Options.Select(option => Modernise(option, field.Name.Source, diagnostics))],
    };

    private static OptionSyntax Modernise(OptionSyntax option, SourceFile source, DiagnosticBag diagnostics)
    {
        switch (option)
        {
            case { Name: Keywords.Database, Value: null, IsNegated: false, Arguments.Count: 0 }:
                diagnostics.Add(FieldDiagnostics.OldDatabaseFlag(option.Span));
                var value = TextSlice.Of(new YamlScalar(option.Span, "serverOnly", IsQuoted: false, source));
                return new OptionSyntax(Keywords.Scope, option.Span, value, IsNegated: false, []);
            case { Name: Keywords.OldApi, Value: null, IsNegated: false, Arguments.Count: 0 }:
                diagnostics.Add(FieldDiagnostics.OldApiFlag(option.Span));
                return new OptionSyntax(Keywords.Persist, option.Span, null, IsNegated: true, []);
            default:
                return option;
        }
    }
}
