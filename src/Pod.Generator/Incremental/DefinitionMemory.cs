using Pod.Generator.Model;
using Pod.Schema;

namespace Pod.Generator.Incremental;

/// <summary>Gives equal definitions as the same object, so that whoever compares them later need not look inside.</summary>
internal sealed class DefinitionMemory
{
    private Dictionary<string, ModelDefinition> _models = [];

    public ValueList<ModelDefinition> Reuse(ValueList<ModelDefinition> models)
    {
        var reused = models.Select(model => _models.TryGetValue(model.Name, out var known) && known.Equals(model) ? known : model).ToValueList();
        _models = reused.ToDictionary(static model => model.Name, StringComparer.Ordinal);
        return reused;
    }
}
