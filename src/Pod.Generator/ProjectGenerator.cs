using Pod.Generator.Contracts;
using Pod.Generator.Diagnostics;
using Pod.Generator.Emission;
using Pod.Generator.Emission.Client;
using Pod.Generator.Emission.Models;
using Pod.Generator.Emission.Server;
using Pod.Generator.Incremental;
using Pod.Generator.Migrations;
using Pod.Generator.Model;
using Pod.Generator.Model.Endpoints;
using Pod.Generator.OpenApi;
using Pod.Schema;

namespace Pod.Generator;

/// <summary>
/// The whole pipeline: model files and endpoint classes in, C# files, contract, schema and diagnostics out.
/// A pure function: it reads and writes no files, and the same input gives the same output.
/// </summary>
public static class ProjectGenerator
{
    /// <summary>Runs the pipeline.</summary>
    /// <param name="input">Everything that the run reads.</param>
    /// <returns>The files, the findings and the schema. There are no files when there are errors.</returns>
    public static GenerationResult Generate(GenerationInput input) => Generate(input, new GenerationSession());

    // A new session remembers nothing, so this is the whole pipeline; a used one skips steps whose sources are the same as before.
    internal static GenerationResult Generate(GenerationInput input, GenerationSession session)
    {
        ArgumentNullException.ThrowIfNull(input);
        var diagnostics = new DiagnosticBag();
        var moduleFiles = input.Modules.SelectMany(static module => module.ModelFiles).ToHashSet();
        var files = input.ModelFiles.Concat(moduleFiles).OrderBy(static file => file.Path, StringComparer.Ordinal).ToList();

        var syntax = session.Syntax.Parse(files, diagnostics);
        var models = session.Models.Analyze(input, syntax, diagnostics);
        var endpoints = session.Endpoints.Analyze(input, models, diagnostics);
        var project = new ProjectDefinition(models.Where(static model => model.Module is null).ToValueList(), endpoints)
        {
            ModuleModels = models.Where(static model => model.Module is not null).ToValueList(),
        };

        var modulePaths = moduleFiles.Select(static file => file.Path).ToHashSet();
        var findings = diagnostics.ToSortedList().Where(finding => finding.Severity == DiagnosticSeverity.Error || !modulePaths.Contains(finding.Span.Path)).ToList();
        if (diagnostics.HasErrors)
        {
            return new GenerationResult([], findings, project, DatabaseSchema.Empty(input.Module));
        }

        var schema = SchemaBuilder.Build(input.Module, project, InstalledModules(input));
        return new GenerationResult(Emit(input, project, schema, session.Files), findings, project, schema);
    }

    private static ValueList<InstalledModule> InstalledModules(GenerationInput input) =>
        input.Modules.Where(static module => module.Version is not null).Select(static module => new InstalledModule(module.Definition.Name, module.Version!)).ToValueList();

    private static List<GeneratedFile> Emit(GenerationInput input, ProjectDefinition project, DatabaseSchema schema, FileMemory files)
    {
        var server = new EmissionTarget(GenerationTarget.Server, input.ServerNamespace, input.IsModule);
        var client = new EmissionTarget(GenerationTarget.Client, input.ClientNamespace, input.IsModule);
        var visible = project.Models.Where(static model => !model.IsServerOnly).ToList();
        var (serverHierarchy, clientHierarchy) = (new ModelHierarchy(project.Models), new ModelHierarchy(visible));
        var sources = new EmissionSources(project, serverHierarchy);

        GeneratedFile OfModel(string emitter, ModelDefinition model, EmissionTarget target, Func<GeneratedFile> emit) =>
            files.Get(emitter, model.Name, target.Kind, sources.Of(model, target), emit);
        GeneratedFile OfEndpoint(EndpointDefinition endpoint, EmissionTarget target, Func<GeneratedFile> emit) =>
            files.Get("endpoint", endpoint.WireName, target.Kind, [target, endpoint], emit);

        var contract = ContractWriter.Write(input, project);
        files.BeginRun();
        return
        [
            .. project.Models.Select(model => OfModel("model", model, server, () => EmitModel(model, serverHierarchy, server))),
            .. project.Tables.Select(model => OfModel("table", model, server, () => TableEmitter.Emit(model, project, server))),
            .. project.CallableEndpoints.Select(endpoint => OfEndpoint(endpoint, server, () => EndpointDispatchEmitter.Emit(endpoint, server))),
            ServerProtocolEmitter.Emit(project, input, server),
            .. OpenApiEmitter.Emit(input, server, OpenApiWriter.Write(contract.Text)),
            .. ProtocolSchemaEmitter.Emit(schema.OwnTables(), input.HasDatabase, server),
            .. DynamicJsonEmitter.Emit(project, server),
            .. visible.Select(model => OfModel("model", model, client, () => EmitModel(model, clientHierarchy, client))),
            .. project.Endpoints.Select(endpoint => OfEndpoint(endpoint, client, () => EndpointClientEmitter.Emit(endpoint, client))),
            ClientEmitter.EmitClient(project, input, client, ContractHash.Of(contract.Text)),
            .. ClientRegistrationEmitter.Emit(input, client),
            ClientEmitter.EmitProtocol(project, input, client),
            .. DynamicJsonEmitter.Emit(project with { Models = visible.ToValueList() }, client),
            contract,
            .. input.IsModule ? [ModuleManifestWriter.Write(input)] : Array.Empty<GeneratedFile>(),
        ];
    }

    private static GeneratedFile EmitModel(ModelDefinition model, ModelHierarchy hierarchy, EmissionTarget target) => model switch
    {
        ClassDefinition definition => ClassEmitter.Emit(definition, hierarchy, target),
        ExceptionDefinition definition => ExceptionEmitter.Emit(definition, hierarchy, target),
        _ => EnumEmitter.Emit((EnumDefinition)model, target),
    };
}
