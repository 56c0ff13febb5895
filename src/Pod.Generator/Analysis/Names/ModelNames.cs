using System.Text.RegularExpressions;
using Pod.Generator.Analysis.Modules;
using Pod.Generator.Diagnostics;
using Pod.Generator.Diagnostics.Descriptors;
using Pod.Generator.Model;
using Pod.Generator.Parsing;
using Pod.Generator.Parsing.Syntax;

namespace Pod.Generator.Analysis.Names;

/// <summary>The names that model files declare. A type whose file has errors still exists here, so that other files do not report it as unknown.</summary>
internal sealed partial class ModelNames
{
    // Names that generated or framework types have in the same namespace.
    private static readonly string[] FrameworkNames =
        ["Client", "Endpoints", "Protocol", "ProtocolSchema", "Session", "Endpoint", "Object", "Exception", "Enum", "Type", "Task", "Record"];

    private readonly Dictionary<string, DeclaredModel> _models = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ModelSyntax> _files = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _unreadable = new(StringComparer.Ordinal);

    private readonly ModuleModels _modules;

    private ModelNames(ModuleModels modules) => _modules = modules;

    /// <summary>Gets the names as model files write them.</summary>
    public IEnumerable<string> All => _models.Select(static pair => pair.Value.Module?.SpellingOf(pair.Key) ?? pair.Key);

    /// <summary>Gets what model files call the modules.</summary>
    public IEnumerable<string> Modules => _modules.Modules.Select(static module => module.Nickname);

    public DeclaredModel? Find(string name) => _models.GetValueOrDefault(name);

    /// <summary>Finds what a file means by a name, which may stand behind a module's.</summary>
    public (string Name, DeclaredModel Model)? FindWritten(string text)
    {
        var name = PrefixedName.Parse(text) is { Prefix: PrefixedName.Module } prefixed
            ? _modules.Modules.FirstOrDefault(module => module.Nickname == prefixed.Owner)?.AliasOf(prefixed.Name)
            : text;
        return name is not null && Find(name) is { } model ? (name, model) : null;
    }

    /// <summary>Tells whether a file declares the name but could not be read.</summary>
    public bool IsUnreadable(string name) => _unreadable.Contains(name);

    /// <summary>Collects the names and reports those that cannot be used.</summary>
    public static ModelNames Declare(
        IReadOnlyList<SourceFile> files, ModuleModels modules, CustomTypes customTypes, DiagnosticBag diagnostics)
    {
        var names = new ModelNames(modules);
        foreach (var model in modules.All)
        {
            names.Declare(model, customTypes, diagnostics);
        }

        foreach (var model in modules.All.Where(static model => model.Kind == ModelKind.Class))
        {
            names.CheckCompanions(model, diagnostics);
        }

        var readPaths = modules.All.Select(static model => model.Source.Path).ToHashSet();
        foreach (var match in files.Where(file => !readPaths.Contains(file.Path)).Select(static file => DeclarationLine().Match(file.Text)))
        {
            names._unreadable.Add(match.Groups["name"].Value);
        }

        return names;
    }

    private void Declare(ModelSyntax model, CustomTypes customTypes, DiagnosticBag diagnostics)
    {
        var name = model.Name.Value;
        if (!Naming.IsIdentifier(name) || !char.IsAsciiLetterUpper(name[0]))
        {
            diagnostics.Add(ModelDiagnostics.TypeName(model.Name.Span, name, Suggest(name)));
        }
        else if (BuiltInTypes.Words.Contains(name))
        {
            diagnostics.Add(ModelDiagnostics.ReservedTypeName(model.Name.Span, name, "a built-in type"));
        }
        else if (FrameworkNames.Contains(name))
        {
            diagnostics.Add(ModelDiagnostics.ReservedTypeName(model.Name.Span, name, "a type of Pod or .NET"));
        }
        else if (customTypes.Occupy(name))
        {
            diagnostics.Add(ModelDiagnostics.TypeNameTaken(model.Name.Span, name, "'customTypes' of pod.json"));
        }
        else if (_models.TryGetValue(name, out var other))
        {
            diagnostics.Add(ModelDiagnostics.TypeNameTaken(model.Name.Span, name, other.Syntax.Source.Path));
        }
        else
        {
            CheckFile(model, diagnostics);
        }

        _models.TryAdd(name, new DeclaredModel(model, KindOf(model.Kind), model.Keys.IsTrue(Keywords.ServerOnly), _modules.OwnerOf(name)));
    }

    // Generated files are named after the type, and some file systems ignore letter case.
    private void CheckFile(ModelSyntax model, DiagnosticBag diagnostics)
    {
        if (!_files.TryAdd(model.Name.Value, model))
        {
            var same = _files[model.Name.Value];
            diagnostics.Add(ModelDiagnostics.SameFile(model.Name.Span, model.Name.Value, same.Name.Value, same.Source.Path));
        }
    }

    // A table class 'Note' brings NoteTable, NoteRepository, NoteInclude and NoteIncludeList along.
    private void CheckCompanions(ModelSyntax model, DiagnosticBag diagnostics)
    {
        if (model.Keys.Find(Keywords.Table) is null)
        {
            return;
        }

        foreach (var companion in new[] { "Table", "Repository", "Include", "IncludeList" })
        {
            if (Find(model.Name.Value + companion) is { } clash)
            {
                diagnostics.Add(ModelDiagnostics.ReservedTypeName(clash.Syntax.Name.Span, clash.Syntax.Name.Value, $"a generated companion of '{model.Name.Value}'"));
            }
        }
    }

    private static string Suggest(string name)
    {
        var letters = new string([.. Naming.Pascal(name.Replace('-', '_').Replace(' ', '_')).Where(char.IsAsciiLetterOrDigit)]);
        return letters.Length > 0 && char.IsAsciiLetter(letters[0]) ? letters : "My" + letters;
    }

    private static TypeKind KindOf(ModelKind kind) => kind switch
    {
        ModelKind.Class => TypeKind.Class,
        ModelKind.Exception => TypeKind.Exception,
        _ => TypeKind.Enum,
    };

    [GeneratedRegex(@"^(class|exception|enum)\s*:\s*(?<name>\w+)", RegexOptions.Multiline)]
    private static partial Regex DeclarationLine();
}
