using Pod.Generator.Contracts.Reading;
using Pod.Generator.Diagnostics.Descriptors;

namespace Pod.Generator.Contracts.Comparing;

/// <summary>Compares the types that travel, each for the ways that it goes.</summary>
internal sealed class ModelComparison(WireContract before, WireContract after, List<ContractDifference> differences)
{
    private readonly TypeDirections _directions = new(before);

    public void Compare()
    {
        foreach (var (name, type) in before.Types)
        {
            var direction = _directions.Of(name);
            if (direction == Direction.None)
            {
                continue;
            }

            if (!after.Types.TryGetValue(name, out var now))
            {
                // Whatever held it has another type now, and says so; only those that extend others are held by their name.
                if (type.Extends is not null)
                {
                    differences.Add(ContractDiagnostics.SubtypeRemoved(name, type.Extends, direction));
                }
            }
            else if (type.Kind != now.Kind || type.Extends != now.Extends || type.IsByIndex != now.IsByIndex)
            {
                differences.Add(ContractDiagnostics.Form(name));
            }
            else if (type.Kind == ContractTypeKind.Enum)
            {
                CompareValues(type, now, direction);
            }
            else
            {
                if (type.IsSealed != now.IsSealed)
                {
                    differences.Add(now.IsSealed ? ContractDiagnostics.Sealed(name, direction) : ContractDiagnostics.Opened(name, direction));
                }

                CompareFields(type, now, direction);
                CompareChildren(type, direction);
            }
        }
    }

    private void CompareFields(ContractType was, ContractType now, Direction direction)
    {
        var matched = new HashSet<string>(StringComparer.Ordinal);
        foreach (var field in was.Fields)
        {
            var subject = $"{was.Name}.{field.Name}";
            if (now.Fields.FirstOrDefault(other => other.JsonKey == field.JsonKey) is { } other)
            {
                matched.Add(other.JsonKey);
                CompareField(subject, field, other, direction);
            }
            else if (now.Fields.FirstOrDefault(other => other.Name == field.Name) is { } renamed)
            {
                matched.Add(renamed.JsonKey);
                differences.Add(ContractDiagnostics.JsonName(subject, field.JsonKey, renamed.JsonKey));
            }
            else
            {
                differences.Add(ContractDiagnostics.FieldRemoved(subject, direction, field.AcceptsNull));
            }
        }

        foreach (var field in now.Fields.Where(field => !matched.Contains(field.JsonKey)))
        {
            differences.Add(ContractDiagnostics.FieldAdded($"{was.Name}.{field.Name}", direction, field.IsOptional));
        }
    }

    private void CompareField(string subject, ContractField was, ContractField now, Direction direction)
    {
        if (was.Default is not null && !now.IsOptional)
        {
            differences.Add(ContractDiagnostics.FieldDemanded(subject, direction));
        }

        differences.AddRange(TypeComparison.Compare(was.Type, now.Type)
            .Select(change => change == TypeChange.Other
                ? ContractDiagnostics.FieldType(subject, was.Type, now.Type)
                : ContractDiagnostics.TypeOf(subject, was.Type, now.Type, change, direction)));
    }

    private void CompareValues(ContractType was, ContractType now, Direction direction)
    {
        var shared = Math.Min(was.Values.Count, now.Values.Count);
        if (was.IsByIndex && !was.Values.Take(shared).SequenceEqual(now.Values.Take(shared)))
        {
            differences.Add(ContractDiagnostics.ValueOrder(was.Name));
            return;
        }

        foreach (var value in now.Values.Except(was.Values))
        {
            differences.Add(ContractDiagnostics.ValueAdded($"{was.Name}.{value}", direction, hasDefault: was.Default is not null));
        }

        foreach (var value in was.Values.Except(now.Values))
        {
            differences.Add(ContractDiagnostics.ValueRemoved($"{was.Name}.{value}", direction, hasDefault: now.Default is not null));
        }
    }

    private void CompareChildren(ContractType was, Direction direction)
    {
        var known = before.ChildrenOf(was.Name).Select(static child => child.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var child in after.ChildrenOf(was.Name).Where(child => !known.Contains(child.Name)))
        {
            differences.Add(ContractDiagnostics.SubtypeAdded(child.Name, was.Name, direction, was.IsSealed));
        }
    }
}
