using Pod.Generator.Contracts.Reading;

namespace Pod.Generator.Contracts.Comparing;

/// <summary>Finds out which way the types of a contract go: from the methods through everything that they hold.</summary>
internal sealed class TypeDirections
{
    private readonly WireContract _contract;
    private readonly Dictionary<string, Direction> _directions = new(StringComparer.Ordinal);

    public TypeDirections(WireContract contract)
    {
        _contract = contract;
        foreach (var method in contract.Methods.Values)
        {
            foreach (var parameter in method.Parameters)
            {
                Follow(parameter.Type, Direction.Sent);
            }

            Follow(method.Returns ?? "", Direction.Received);
        }

        // Which method throws what is not written down, so any may.
        foreach (var exception in contract.Types.Values.Where(static type => type.Kind == ContractTypeKind.Exception))
        {
            Follow(exception.Name, Direction.Received);
        }
    }

    public Direction Of(string type) => _directions.GetValueOrDefault(type);

    private void Follow(string text, Direction direction)
    {
        foreach (var name in text.Split(['<', '>', '(', ')', ',', '?', ' '], StringSplitOptions.RemoveEmptyEntries))
        {
            if (_contract.Types.TryGetValue(name, out var type) && (Of(name) & direction) != direction)
            {
                _directions[name] = Of(name) | direction;
                foreach (var field in type.Fields)
                {
                    Follow(field.Type, direction);
                }

                foreach (var child in _contract.ChildrenOf(name))
                {
                    Follow(child.Name, direction);
                }
            }
        }
    }
}
