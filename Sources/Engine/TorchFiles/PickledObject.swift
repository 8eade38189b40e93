// From the object that a pickle has built to tensors by name.

import Safetensors
import Tensors

/// Where the numbers of storages are.
protocol Storages {
    /// The numbers of a storage, [count].
    mutating func numbers(_ claim: StorageClaim) throws -> SavedTensor
}

/// What a pickle has built.
struct PickledObject {
    let machine: PickleMachine
    let root: PickleValue

    /// Dictionaries whose tensors are a net's weights.
    private static let wrappers = ["state_dict", "model_state_dict", "model", "net", "params"]

    /// All tensors by their paths, and those of the state dictionary.
    func contents(
        from storages: inout any Storages
    ) throws -> (tensors: [String: SavedTensor], weights: [String: SavedTensor]) {
        if case .tensor(let number) = root {
            let tensor = ["tensor": try loaded([number], &storages)[number]!]
            return (tensor, tensor)
        }
        var (paths, visited) = ([String: Int](), 0)
        try visit(root, "", depth: 0, &paths, &visited)
        let saved = try loaded(Set(paths.values), &storages)
        let tensors = paths.mapValues { saved[$0]! }
        let direct = directTensors(of: root)
        let wrapped = Self.wrappers.lazy.compactMap { entry($0, of: root).map(directTensors) }.first { !$0.isEmpty }
        let weights = direct.isEmpty ? wrapped ?? paths : direct
        return (tensors, withoutModule(weights).mapValues { saved[$0]! })
    }

    /// Each storage is read once, and all tensors in it are views of it.
    private func loaded(_ numbers: Set<Int>, _ storages: inout any Storages) throws -> [Int: SavedTensor] {
        var (read, tensors): ([String: (claim: StorageClaim, numbers: SavedTensor)], [Int: SavedTensor]) = ([:], [:])
        for number in numbers.sorted() {
            let tensor = machine.tensors[number]
            let claim = tensor.storage
            if let before = read[claim.key], before.claim != claim {
                throw BrokenTorchFile("its pickle describes storage \(shown(claim.key)) in two different ways")
            }
            let all = try read[claim.key]?.numbers ?? storages.numbers(claim)
            read[claim.key] = (claim, all)
            tensors[number] = all.view(tensor)
        }
        return tensors
    }

    // MARK: The walk

    /// Collects the tensors below a value. An object may hold itself, and may hold one and the same thing many times:
    /// the walk is bounded.
    private func visit(
        _ value: PickleValue, _ path: String, depth: Int, _ paths: inout [String: Int], _ visited: inout Int
    ) throws {
        visited += 1
        guard depth < 32, visited < 1 << 20 else {
            throw BrokenTorchFile("its dictionaries and lists are nested too deeply")
        }
        func below(_ name: String) -> String { path.isEmpty ? name : "\(path).\(name)" }
        switch value {
        case .tensor(let number): paths[path] = number
        case .list(let number):
            for (place, item) in machine.lists[number].enumerated() {
                try visit(item, below("\(place)"), depth: depth + 1, &paths, &visited)
            }
        case .tuple(let number):
            for (place, item) in machine.tuples[number].enumerated() {
                try visit(item, below("\(place)"), depth: depth + 1, &paths, &visited)
            }
        case .dictionary(let number):
            for (key, item) in machine.dictionaries[number] {
                guard let name = key.asName else { continue }
                try visit(item, below(name), depth: depth + 1, &paths, &visited)
            }
        default: break
        }
    }

    /// The last of several entries with one key is the one that Python would find.
    private func entry(_ name: String, of value: PickleValue) -> PickleValue? {
        guard case .dictionary(let number) = value else { return nil }
        return machine.dictionaries[number].last { $0.key.asName == name }?.value
    }

    private func directTensors(of value: PickleValue) -> [String: Int] {
        guard case .dictionary(let number) = value else { return [:] }
        var tensors: [String: Int] = [:]
        for case (let key, .tensor(let tensor)) in machine.dictionaries[number] {
            if let name = key.asName { tensors[name] = tensor }
        }
        return tensors
    }

    private func withoutModule(_ tensors: [String: Int]) -> [String: Int] {
        let word = "module."
        guard tensors.keys.allSatisfy({ $0.hasPrefix(word) }) else { return tensors }
        return Dictionary(uniqueKeysWithValues: tensors.map { (String($0.key.dropFirst(word.count)), $0.value) })
    }
}

extension PickleValue {
    /// A text, or a whole number, as the name of an entry.
    fileprivate var asName: String? {
        switch self {
        case .text(let text): text
        case .int(let number): "\(number)"
        default: nil
        }
    }
}

extension SavedTensor {
    /// A tensor in a storage [count]: the same memory.
    fileprivate func view(_ tensor: TensorClaim) -> SavedTensor {
        func view<Element>(_ array: NDArray<Element>) -> NDArray<Element> {
            array.view(shape: tensor.shape, strides: tensor.strides, offset: tensor.offset)
        }
        return switch self {
        case .floats(let x): .floats(Tensor(array: view(x.array)))
        case .ints(let x): .ints(view(x))
        case .bytes(let x): .bytes(view(x))
        case .bools(let x): .bools(view(x))
        }
    }
}
