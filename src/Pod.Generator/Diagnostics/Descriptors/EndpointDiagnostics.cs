using Pod.Generator.Parsing;
using static Pod.Generator.Diagnostics.DiagnosticSeverity;

namespace Pod.Generator.Diagnostics.Descriptors;

/// <summary>POD2000–POD2099: endpoint classes and their methods.</summary>
internal static class EndpointDiagnostics
{
    private static readonly DiagnosticDescriptor SameEndpointNameRule = new("POD2001", Error, "Two endpoints have one name");
    private static readonly DiagnosticDescriptor SameMethodNameRule = new("POD2002", Error, "Two methods of an endpoint have one name");
    private static readonly DiagnosticDescriptor ReturnTypeRule = new("POD2003", Error, "A callable method returns a task or a stream");
    private static readonly DiagnosticDescriptor NotSerializableRule = new("POD2004", Error, "A type cannot travel");
    private static readonly DiagnosticDescriptor ParameterFormRule = new("POD2005", Error, "A parameter has a form that cannot travel");
    private static readonly DiagnosticDescriptor StreamFormRule = new("POD2006", Error, "A stream stands in a place where it cannot travel");
    private static readonly DiagnosticDescriptor ServerOnlyModelRule = new("POD2007", Error, "A server-only model in a signature");
    private static readonly DiagnosticDescriptor GenericMethodRule = new("POD2008", Error, "A callable method is not generic");
    private static readonly DiagnosticDescriptor CancellationTokenRule = new("POD2009", Error, "A cancellation token stands last");
    private static readonly DiagnosticDescriptor NotCallableClassRule = new("POD2010", Warning, "A nested or generic endpoint class is not callable");
    private static readonly DiagnosticDescriptor NullableSessionRule = new("POD2011", Hint, "A session is never null");
    private static readonly DiagnosticDescriptor LoginWithoutCredentialsRule = new("POD2012", Info, "A method demands a login and clients send no credentials");
    private static readonly DiagnosticDescriptor UnspeakableDefaultRule = new("POD2013", Warning, "Clients cannot spell a default");
    private static readonly DiagnosticDescriptor PartWithoutFormRule = new("POD2014", Error, "A part of a type has no form on the wire");
    private static readonly DiagnosticDescriptor SharedStateRule = new("POD2015", Warning, "State outlives its call");
    private static readonly DiagnosticDescriptor HiddenMethodRule = new("POD2016", Info, "A child hides a method of its base");
    private static readonly DiagnosticDescriptor AccessIsDynamicRule = new("POD2018", Info, "Who may call is not a constant");
    private static readonly DiagnosticDescriptor AccessUnsaidRule = new("POD2019", Hint, "Nothing is said about who may call");
    private static readonly DiagnosticDescriptor WireNameRule = new("POD2017", Error, "A wire name is an identifier of its own");

    public static Diagnostic SameEndpointName(SourceSpan span, string name, string otherClass) => new(SameEndpointNameRule, span,
        $"the endpoint name '{name}' is taken by '{otherClass}'. Rename the class, or give it [WireName(\"…\")].");

    public static Diagnostic SameMethodName(SourceSpan span, string name, SourceSpan other) => new(SameMethodNameRule, span,
        $"the method name '{name}' is used in line {other.Line} already; clients cannot tell overloads apart. Rename one, or give it [WireName(\"…\")].");

    public static Diagnostic ReturnType(SourceSpan span, string method, string type) => new(ReturnTypeRule, span,
        $"'{method}' takes a Session but returns '{type}'. Return Task, Task<T>, ValueTask, ValueTask<T> or IAsyncEnumerable<T>, or mark it [PodIgnore].");

    public static Diagnostic NotSerializable(SourceSpan span, string place, string type) => new(NotSerializableRule, span,
        $"the type '{type}' of {place} cannot travel between server and clients. Use a built-in type, a collection of such, or a class declared in a .pod.yaml file.");

    public static Diagnostic NotNullObject(SourceSpan span, string place) => new(NotSerializableRule, span,
        $"the type 'object' of {place} can be any type that travels, and null among them. Write 'object?'.");

    public static Diagnostic ParameterForm(SourceSpan span, string parameter, string form) => new(ParameterFormRule, span,
        $"the parameter '{parameter}' is {form}, which cannot travel. Use an ordinary parameter, or mark the method [PodIgnore].");

    public static Diagnostic StreamForm(SourceSpan span, string place, string reason) => new(StreamFormRule, span,
        $"the stream of {place} {reason}. Write IAsyncEnumerable<T> itself.");

    public static Diagnostic ServerOnlyModel(SourceSpan span, string place, string model) => new(ServerOnlyModelRule, span,
        $"'{model}' in {place} is 'serverOnly', so clients do not know it. Remove 'serverOnly' from it, or return another model.");

    public static Diagnostic GenericMethod(SourceSpan span, string method) => new(GenericMethodRule, span,
        $"'{method}' is generic, and callers cannot send type arguments. Write one method per type, or mark it [PodIgnore].");

    public static Diagnostic CancellationToken(SourceSpan span, string parameter) => new(CancellationTokenRule, span,
        $"the cancellation token '{parameter}' is not the only one or not the last parameter. Move it to the end.");

    public static Diagnostic NotCallableClass(SourceSpan span, string className) => new(NotCallableClassRule, span,
        $"'{className}' is nested or generic and therefore not callable. Make it a plain top-level class, abstract, or mark it [PodIgnore].");

    public static Diagnostic SessionKind(SourceSpan span, string type, string method, string expected) => new(ParameterFormRule, span,
        $"'{method}' takes a '{type}', but it is not called with one. Write {expected}.");

    public static Diagnostic NullableSession(SourceSpan span, string method) => new(NullableSessionRule, span,
        $"the session of '{method}' is never null. Write 'Session'.");

    public static Diagnostic LoginWithoutCredentials(SourceSpan span, string method) => new(LoginWithoutCredentialsRule, span,
        $"'{method}' demands a login, but [UnauthenticatedClientCall] keeps clients from sending credentials, so every call of a generated client fails. Remove one of the two.");

    public static Diagnostic UnspeakableDefault(SourceSpan span, string parameter) => new(UnspeakableDefaultRule, span,
        $"the default of '{parameter}' has no form that every client can write. Use a constant that has, or make the parameter nullable with the default null.");

    public static Diagnostic NullableKey(SourceSpan span, string place, string key) => new(PartWithoutFormRule, span,
        $"the keys of a dictionary in {place} are '{key}' and can be null, and the wire has no null key. {(key.EndsWith('?') ? "Remove the '?'." : "Name the type of the keys.")}");

    public static Diagnostic EmptyTuple(SourceSpan span, string place) => new(PartWithoutFormRule, span,
        $"a tuple in the type of {place} has no elements, so there is nothing to send. Give it elements, as in (int Id, string Name), or leave it out.");

    public static Diagnostic DynamicKeyword(SourceSpan span, string place) => new(PartWithoutFormRule, span,
        $"'dynamic' in the type of {place} has members that only run time knows, and the wire carries values. Write 'object?', which takes any value that travels.");

    public static Diagnostic SharedState(SourceSpan span, string className, string member) => new(SharedStateRule, span,
        $"'{member}' of '{className}' is static and can be changed, so all calls share it, on this server only. Keep it in the database, a cache or a singleton service, or make it readonly.");

    public static Diagnostic StaticSession(SourceSpan span, string className, string member) => new(SharedStateRule, span,
        $"'{member}' of '{className}' is static and keeps a session, which is closed when its call ends. Pass the session to the methods that need it.");

    public static Diagnostic SingletonSession(SourceSpan span, string className, string member) => new(SharedStateRule, span,
        $"'{member}' keeps a session in '{className}', which is a singleton, and the session is closed when its call ends. Register the class with AddScoped, or take ISessionFactory instead.");

    public static Diagnostic HiddenMethod(SourceSpan span, string child, string parent, string method) => new(HiddenMethodRule, span,
        $"'{child}' does not offer '{method}' as '{parent}' does, so its client class does not derive from that of '{parent}' and lists its methods itself.");

    public static Diagnostic AccessIsDynamic(SourceSpan span, string className, string member) => new(AccessIsDynamicRule, span,
        $"'{member}' of '{className}' is not a constant, so the contract can only say \"dynamic\". Write a constant, or scopes that are static readonly fields made with new(\"…\").");

    public static Diagnostic AccessUnsaid(SourceSpan span, string method) => new(AccessUnsaidRule, span,
        $"neither '{method}' nor its class says who may call. Override RequireLogin or RequiredScopes, or mark it [RequireLogin], [RequireScopes(\"…\")] or [AllowAnonymous].");

    public static Diagnostic WireName(SourceSpan span, string name) => new(WireNameRule, span,
        $"the wire name '{name}' is no identifier. Use letters, digits and '_', starting with a letter.");

    public static Diagnostic WireNameTaken(SourceSpan span, string name) => new(WireNameRule, span,
        $"the wire name '{name}' is that of another parameter. Give each parameter a name of its own.");
}
