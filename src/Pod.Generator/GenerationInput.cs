using Microsoft.CodeAnalysis;
using Pod.Generator.Parsing;

namespace Pod.Generator;

/// <summary>Everything that one run reads.</summary>
public sealed record GenerationInput
{
    /// <summary>Gets the module name, which is the application's name in lower case: <c>chat</c>.</summary>
    public required string Module { get; init; }

    /// <summary>Gets the namespace of generated server code: <c>Chat.Server</c>.</summary>
    public required string ServerNamespace { get; init; }

    /// <summary>Gets the namespace of generated client code: <c>Chat.Client</c>.</summary>
    public required string ClientNamespace { get; init; }

    /// <summary>Gets the name of the client class: <c>ChatClient</c>.</summary>
    public required string ClientClass { get; init; }

    /// <summary>Gets the model files. Their order does not matter.</summary>
    public required IReadOnlyList<SourceFile> ModelFiles { get; init; }

    /// <summary>Gets whether the project is a module: its names on the wire begin with its own, and applications use its code.</summary>
    public bool IsModule { get; init; }

    /// <summary>Gets what applications call the module if they do not say otherwise; null for its name.</summary>
    public string? Nickname { get; init; }

    /// <summary>Gets the modules that the project uses.</summary>
    public IReadOnlyList<ModuleSource> Modules { get; init; } = [];

    /// <summary>Gets the types of the application's own that model files may name.</summary>
    public CustomTypes CustomTypes { get; init; } = CustomTypes.None;

    /// <summary>Gets whether the application has a database. Default: true. Without one, classes with a table are reported and the server opens none.</summary>
    public bool HasDatabase { get; init; } = true;

    /// <summary>Gets the file with the tools for the tests of the application; null for none.</summary>
    public TestToolsFile? TestTools { get; init; }

    /// <summary>Gets whether structured fields become <c>json</c> columns where neither field nor class says otherwise. Default: false, which is <c>jsonb</c>.</summary>
    public bool StoresPlainJson { get; init; }

    /// <summary>Gets whether the client project references <c>Pod.Client.Hosting</c>, and so can be added to an application's services. Default: false.</summary>
    public bool HasClientHosting { get; init; }

    /// <summary>Gets the server project's own C# files, without generated ones.</summary>
    public IReadOnlyList<SourceFile> CSharpFiles { get; init; } = [];

    /// <summary>Gets the assemblies that the server project references.</summary>
    public IReadOnlyList<MetadataReference> References { get; init; } = [];
}
