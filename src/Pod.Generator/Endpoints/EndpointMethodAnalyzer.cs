using Microsoft.CodeAnalysis;
using Pod.Generator.Diagnostics;
using Pod.Generator.Diagnostics.Descriptors;
using Pod.Generator.Endpoints.Access;
using Pod.Generator.Model;
using Pod.Generator.Model.Endpoints;
using Pod.Schema;

namespace Pod.Generator.Endpoints;

/// <summary>Reads one method of an endpoint class.</summary>
internal sealed class EndpointMethodAnalyzer(
    KnownTypes known, EndpointTypeResolver types, AccessAnalyzer access, ValueList<ModelDefinition> models, DiagnosticBag diagnostics)
{
    private readonly ParameterAnalyzer _parameters = new(known, types, models, diagnostics);

    /// <summary>Reads a method.</summary>
    /// <param name="method">The method.</param>
    /// <param name="type">The class that offers it, which may have inherited it.</param>
    /// <param name="classAccess">What that class demands of callers.</param>
    /// <returns>The definition; null when the method is ordinary C# or after a diagnostic.</returns>
    public EndpointMethodDefinition? Analyze(IMethodSymbol method, INamedTypeSymbol type, AccessDefinition classAccess)
    {
        if (method.Parameters.Length == 0
            || !KnownTypes.DerivesFrom(method.Parameters[0].Type, known.Session)
            || KnownTypes.Attribute(method, known.Ignore) is not null)
        {
            return null;
        }

        if (method.IsGenericMethod)
        {
            diagnostics.Add(EndpointDiagnostics.GenericMethod(SourceLocation.Of(method), method.Name));
            return null;
        }

        if (ReadResult(method, type) is not { } result || _parameters.Analyze(method) is not { } parameters)
        {
            return null;
        }

        if (result.Raw is { } raw && parameters.Any(static parameter => parameter.IsStream))
        {
            diagnostics.Add(EndpointDiagnostics.ReturnType(SourceLocation.Of(method), method.Name, raw));
            return null;
        }

        var kind = result.IsStream ? EndpointMethodKind.Stream
            : parameters.Any(static parameter => parameter.IsStream) ? EndpointMethodKind.StreamingCall
            : EndpointMethodKind.Call;
        ReportSession(method, kind);
        var methodAccess = access.OfMethod(method, type);
        var isUnauthenticated = KnownTypes.Attribute(method, known.Unauthenticated) is not null || KnownTypes.IsMarked(type, known.Unauthenticated);
        if (isUnauthenticated && (classAccess.DemandsLogin || methodAccess.DemandsLogin))
        {
            diagnostics.Add(EndpointDiagnostics.LoginWithoutCredentials(SourceLocation.Of(method), method.Name));
        }

        var session = method.Parameters[0].Type;
        return new EndpointMethodDefinition(
            WireNameOf(method),
            method.Name,
            kind,
            parameters,
            result.Type,
            KnownTypes.Is(session, known.Session) ? null : session.Name,
            TakesCancellationToken: KnownTypes.Is(method.Parameters[^1].Type, known.CancellationToken),
            ReturnsValueTask: KnownTypes.Is(method.ReturnType, known.ValueTask) || KnownTypes.Is(method.ReturnType, known.ValueTaskOf),
            DocumentationReader.Summary(method),
            known.ObsoleteText(method),
            methodAccess,
            isUnauthenticated,
            IsIdempotent: KnownTypes.Attribute(method, known.Idempotent) is not null,
            IsReadOnly: KnownTypes.Attribute(method, known.ReadOnly) is not null,
            RuntimeAttributes.Of(method))
        {
            RawResult = result.Raw,
            IsSentAsRaw = result.Raw is not null
                || (kind == EndpointMethodKind.Call && result.Type?.ToString().TrimEnd('?') is "string" or "byte[]" && access.SendsAsRaw(type)),
        };
    }

    private void ReportSession(IMethodSymbol method, EndpointMethodKind kind)
    {
        var session = method.Parameters[0];
        var isCall = kind == EndpointMethodKind.Call;
        var fits = KnownTypes.Is(session.Type, known.Session)
            || (isCall ? KnownTypes.Is(session.Type, known.MethodCallSession) || KnownTypes.Is(session.Type, known.HttpSession)
                : KnownTypes.Is(session.Type, known.StreamSession));
        if (!fits)
        {
            diagnostics.Add(EndpointDiagnostics.SessionKind(
                SourceLocation.Of(session), session.Type.Name, method.Name, isCall ? "Session or MethodCallSession" : "Session or StreamSession"));
        }

        if (session.Type.NullableAnnotation == NullableAnnotation.Annotated)
        {
            diagnostics.Add(EndpointDiagnostics.NullableSession(SourceLocation.Of(session), method.Name));
        }
    }

    private sealed record MethodResult(TypeReference? Type, bool IsStream, string? Raw = null);

    private MethodResult? ReadResult(IMethodSymbol method, INamedTypeSymbol endpoint)
    {
        var span = SourceLocation.Of(method);
        if (method.ReturnType is not INamedTypeSymbol type)
        {
            diagnostics.Add(EndpointDiagnostics.ReturnType(span, method.Name, method.ReturnType.ToDisplayString()));
            return null;
        }

        if (KnownTypes.Is(type, known.Task) || KnownTypes.Is(type, known.ValueTask))
        {
            return new MethodResult(null, IsStream: false);
        }

        var isStream = KnownTypes.Is(type, known.Stream);
        if (!isStream && !KnownTypes.Is(type, known.TaskOf) && !KnownTypes.Is(type, known.ValueTaskOf))
        {
            diagnostics.Add(EndpointDiagnostics.ReturnType(span, method.Name, type.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat)));
            return null;
        }

        var place = $"the result of '{method.Name}'";
        if (isStream && type.NullableAnnotation == NullableAnnotation.Annotated)
        {
            diagnostics.Add(EndpointDiagnostics.StreamForm(span, place, "is nullable"));
            return null;
        }

        if (!isStream && known.IsRaw(type.TypeArguments[0]) && access.SendsAsRaw(endpoint))
        {
            return new MethodResult(null, IsStream: false, type.TypeArguments[0].ToDisplayString());
        }

        return types.Resolve(type.TypeArguments[0], place, span) is { } resolved ? new MethodResult(resolved, isStream) : null;
    }

    private string WireNameOf(IMethodSymbol method)
    {
        const string Suffix = "Async";
        var name = method.Name.EndsWith(Suffix, StringComparison.Ordinal) && method.Name.Length > Suffix.Length ? method.Name[..^Suffix.Length] : method.Name;
        return WireNames.Of(method, Naming.Camel(name), known, diagnostics);
    }
}
