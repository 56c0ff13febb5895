using System.Text.Json;
using Pod.Cli.Projects.Migrations;
using Pod.Generator;
using Pod.Generator.Contracts;
using Pod.Generator.Model;
using Pod.Generator.Parsing;
using Pod.Schema;

namespace Pod.Cli.Projects.Inputs;

/// <summary>Reads the modules that a project references: their manifests, models and contracts.</summary>
internal static class ModuleLoader
{
    private const int Format = 1;

    /// <exception cref="CliException">A module cannot be read, or two have one name or nickname.</exception>
    public static IReadOnlyList<ModuleSource> Load(IReadOnlyList<string> manifests, ProjectConfiguration configuration)
    {
        var modules = manifests.Select(manifest => Load(manifest, configuration)).OrderBy(static module => module.Definition.Name, StringComparer.Ordinal).ToList();
        RefuseTwins(modules, "name", static module => module.Name);
        RefuseTwins(modules, "nickname", static module => module.Nickname);
        foreach (var name in configuration.Nicknames.Keys.Where(name => !modules.Exists(module => module.Definition.Name == name)))
        {
            throw new CliException($"{ProjectConfiguration.FileName} gives a nickname to the module '{name}', which the project does not reference. Reference its server package, or remove the entry.");
        }

        return modules;
    }

    private static ModuleSource Load(string manifest, ProjectConfiguration configuration)
    {
        // The manifest lies in a folder of its own beside everything else of the module.
        var folder = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(manifest)!, ".."));
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllText(manifest));
            var root = document.RootElement;
            if (root.GetProperty("format").GetInt32() > Format)
            {
                throw new CliException($"'{manifest}' is of a module that was made by a newer version of Pod. Update the tool to that version.");
            }

            var name = root.GetProperty("module").GetString()!;
            var nickname = configuration.Nicknames.GetValueOrDefault(name) ?? root.GetProperty("nickname").GetString()!;
            var definition = new ModuleDefinition(
                name,
                nickname,
                root.GetProperty("serverNamespace").GetString()!,
                root.GetProperty("clientNamespace").GetString()!,
                root.GetProperty("clientClass").GetString()!);
            var models = root.GetProperty("models").EnumerateArray().Select(static path => path.GetString()!)
                .Select(path => new SourceFile($"module:{nickname}/{path}", File.ReadAllText(Path.Combine(folder, path))));
            return new ModuleSource(definition, models.ToValueList(), File.ReadAllText(Path.Combine(folder, ContractWriter.FileName)), new MigrationFolder(Path.Combine(folder, "migrations")).Versions().LastOrDefault());
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new CliException($"'{manifest}' cannot be read: {exception.Message} Generate the module's code anew.");
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new CliException($"'{manifest}' names a file that is not there: {exception.Message} Generate the module's code anew.");
        }
    }

    private static void RefuseTwins(List<ModuleSource> modules, string kind, Func<ModuleDefinition, string> select)
    {
        if (modules.GroupBy(module => select(module.Definition)).FirstOrDefault(static group => group.Count() > 1) is { } twins)
        {
            throw new CliException(
                $"Two modules have the {kind} '{twins.Key}': {string.Join(" and ", twins.Select(static module => module.Definition.ServerNamespace))}. "
                + $"Give one of them another nickname in {ProjectConfiguration.FileName}: \"modules\": {{ \"<name>\": {{ \"nickname\": \"…\" }} }}.");
        }
    }
}
