using Pod.Generator.Diagnostics;
using Pod.Generator.Diagnostics.Descriptors;

namespace Pod.Generator.Analysis.Inheritance;

/// <summary>Gives children the fields of their parents, in front of their own. Runs when keys of relations have been added.</summary>
internal sealed class FieldInheritance(IReadOnlyDictionary<string, ObjectDraft> models, DiagnosticBag diagnostics)
{
    private readonly HashSet<string> _done = new(StringComparer.Ordinal);

    public void Apply()
    {
        foreach (var model in models.Values)
        {
            Apply(model);
        }
    }

    private void Apply(ObjectDraft model)
    {
        if (!_done.Add(model.Name) || model.Extends is not { } name || !models.TryGetValue(name, out var parent))
        {
            return;
        }

        Apply(parent);
        var inherited = parent.Fields.Where(field => !field.IsHiddenKey && !model.Fields.Exists(own => own.IsInherited && own.Name == field.Name)).ToList();
        foreach (var own in model.Fields.Where(static field => !field.IsInherited && field.Syntax is not null))
        {
            if (inherited.Find(field => IsSame(own, field)) is { } taken)
            {
                diagnostics.Add(InheritanceDiagnostics.FieldTaken(own.Span, own.Name, DeclarerOf(taken, parent).Name));
                inherited.Remove(taken);
            }
        }

        var behindId = model.Fields is [{ Name: "id" }, ..] && model.Table is not null ? 1 : 0;

        // Columns of a parent's table belong to that table; a parent without one leaves storing to its children.
        model.Fields.InsertRange(behindId, inherited.Where(field => field.Name != "id" || behindId == 0).Select(field => field.Inherit(isStored: model.Table is not null && field.WantsColumn)));
    }

    private ObjectDraft DeclarerOf(FieldDraft field, ObjectDraft parent) =>
        Ancestry.Of(parent, models).First(ancestor => ancestor.Fields.Exists(candidate => candidate.Name == field.Name && !candidate.IsInherited));

    private static bool IsSame(FieldDraft own, FieldDraft inherited) =>
        own.Name == inherited.Name
        || own.MemberName == inherited.MemberName
        || (own.Column ?? own.Name) == (inherited.Column ?? inherited.Name)
        || (own.JsonKey ?? own.Name) == (inherited.JsonKey ?? inherited.Name);
}
