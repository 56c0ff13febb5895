using System.Text;
using Microsoft.CodeAnalysis;
using Pod.Generator;
using Pod.Generator.Parsing;

namespace Pod.Benchmarks.Generator;

/// <summary>A project with a given number of models, ten kinds in turn, and one endpoint for every twenty models.</summary>
internal static class SyntheticProject
{
    private const int Kinds = 10;

    private static readonly SourceFile GlobalUsings = new("GlobalUsings.g.cs", """
        global using System;
        global using System.Collections.Generic;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Pod.Protocol;
        global using Pod.Runtime;
        global using Endpoint = Pod.Runtime.Endpoint;
        """);

    private static readonly List<MetadataReference> References =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(static path => MetadataReference.CreateFromFile(path))];

    public static GenerationInput Make(int models) => new()
    {
        Module = "synthetic",
        ServerNamespace = "Synthetic.Server",
        ClientNamespace = "Synthetic.Client",
        ClientClass = "SyntheticClient",
        ModelFiles = [.. Enumerable.Range(0, models).Select(Model)],
        CSharpFiles = [GlobalUsings, .. Enumerable.Range(0, models / 20).Select(Endpoint)],
        References = References,
    };

    /// <summary>Adds a field to one model, another for each edit.</summary>
    public static GenerationInput TouchModel(GenerationInput input, int edit)
    {
        var index = edit * Kinds % input.ModelFiles.Count;
        return input with { ModelFiles = Replace(input.ModelFiles, index, text => text.Replace("fields:\n", $"fields:\n  edit{edit}: int?\n", StringComparison.Ordinal)) };
    }

    /// <summary>Adds a method to one endpoint, another for each edit.</summary>
    public static GenerationInput TouchEndpoint(GenerationInput input, int edit) =>
        input with { CSharpFiles = Replace(input.CSharpFiles, 1, text => $"{text[..^2]}    public Task Edit{edit}(Session session) => Task.CompletedTask;\n}}\n") };

    private static List<SourceFile> Replace(IReadOnlyList<SourceFile> files, int index, Func<string, string> change) =>
        [.. files.Select((file, position) => position == index ? new SourceFile(file.Path, change(file.Text)) : file)];

    private static SourceFile Model(int index)
    {
        // Ten models belong together; names of the group's other models are reached by their position.
        var group = index / Kinds;
        string Name(int kind) => $"Model{(group * Kinds) + kind}";
        var text = new StringBuilder($"### Model number {index} of a synthetic project.\n");
        text.Append((index % Kinds) switch
        {
            0 => $"""
                class: {Name(0)}
                table: model_{index}
                fields:
                  ### What it is called.
                  name: string, unique
                  active: bool, default=true
                  createdAt: DateTime, default=now
                  price: decimal?
                  items: List<{Name(1)}>?, relation(name=items_{group})
                """,
            1 => $"""
                class: {Name(1)}
                table: model_{index}
                fields:
                  owner: {Name(0)}?, relation(name=items_{group}, onDelete=cascade)
                  title: string
                  position: int, default=0
                  tags: List<string>
                  state: {Name(3)}, default=open
                indexes:
                  model_{index}_idx:
                    fields: ownerId, position
                """,
            2 => $"""
                class: {Name(2)}
                table: model_{index}
                fields:
                  id: Guid, defaultModel=random_v7
                  related: {Name(0)}?, relation(optional)
                  payload: {Name(4)}?
                  scores: Map<string, double>
                  secret: string?, scope=serverOnly
                """,
            3 => $"enum: {Name(3)}\nvalues: [open, inProgress, closed]\ndefault: open",
            4 => $"""
                class: {Name(4)}
                fields:
                  first: string
                  second: int?
                  third: {Name(3)}?
                  nested: List<{Name(5)}?>
                """,
            5 => $"class: {Name(5)}\nimmutable: true\nfields:\n  x: double\n  y: double\n  names: Set<string>",
            6 => $"exception: {Name(6)}\nfields:\n  reason: string\n  code: int, default=0\n  detail: {Name(4)}?",
            7 => $"class: {Name(7)}\nsealed: true\nfields:\n  color: string, default='red'",
            8 => $"class: {Name(8)}\nextends: {Name(7)}\nfields:\n  radius: double",
            _ => $"class: {Name(9)}\nextends: {Name(7)}\nfields:\n  side: double\n  corners: List<{Name(5)}>",
        });
        return new SourceFile($"Models/group{group}/model{index}.pod.yaml", text.Append('\n').ToString());
    }

    private static SourceFile Endpoint(int index)
    {
        var model = index * 20;
        return new SourceFile($"Endpoints/Part{index}Endpoint.cs", $$"""
            namespace Synthetic.Server;

            /// <summary>Part {{index}} of a synthetic project.</summary>
            public sealed class Part{{index}}Endpoint : Endpoint
            {
                /// <summary>Finds one.</summary>
                public async Task<Model{{model}}?> Find(Session session, long id) => await Model{{model}}.Db.FindByIdAsync(session, id);

                public Task<List<Model{{model + 1}}>> List(Session session, string text, int limit = 20) => throw new NotSupportedException();

                public Task Move(Session session, Model{{model + 4}} place, Model{{model + 3}} state) => throw new NotSupportedException();

                public IAsyncEnumerable<Model{{model + 2}}> Watch(Session session, CancellationToken cancellationToken) => throw new NotSupportedException();
            }

            """);
    }
}
