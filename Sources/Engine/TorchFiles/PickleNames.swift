// What a pickle may name: the only functions and types that the reader knows. Python would find any function by its
// name, and call it.

/// A function or type by the name that Python has for it.
enum PickleName: Equatable {
    /// A dictionary that keeps its order, as all dictionaries of Python do today.
    case orderedDictionary
    /// The shape of a tensor; a tuple otherwise.
    case size
    /// (storage, offset, shape, strides, …) → tensor
    case rebuildTensor
    /// (tensor, …) → the same tensor, which is learned
    case rebuildParameter
    case storage(StorageType)

    /// - Throws: `BrokenTorchFile` for every other name.
    init(module: String, name: String) throws {
        switch (module, name) {
        case ("collections", "OrderedDict"): self = .orderedDictionary
        case ("torch", "Size"): self = .size
        case ("torch._utils", "_rebuild_tensor"), ("torch._utils", "_rebuild_tensor_v2"): self = .rebuildTensor
        case ("torch._utils", "_rebuild_parameter"): self = .rebuildParameter
        case ("torch", _):
            guard let type = StorageType(rawValue: name) else { throw PickleName.stranger(module, name) }
            self = .storage(type)
        default: throw PickleName.stranger(module, name)
        }
    }

    private static func stranger(_ module: String, _ name: String) -> BrokenTorchFile {
        BrokenTorchFile(
            "it asks Python for \(shown("\(module).\(name)")), which weights have no need of; nothing of it was run",
            try: "a file with the state dictionary alone: torch.save(net.state_dict(), …)")
    }
}

/// The types of numbers, by the words that PyTorch has for their storages.
enum StorageType: String, CaseIterable {
    case float = "FloatStorage"
    case double = "DoubleStorage"
    case half = "HalfStorage"
    case brain = "BFloat16Storage"
    case long = "LongStorage"
    case int = "IntStorage"
    case short = "ShortStorage"
    case char = "CharStorage"
    case byte = "ByteStorage"
    case bool = "BoolStorage"

    /// The bytes of one element.
    var width: Int {
        switch self {
        case .double, .long: 8
        case .float, .int: 4
        case .half, .brain, .short: 2
        case .char, .byte, .bool: 1
        }
    }
}

/// What a pickle says of a storage: a piece of memory whose numbers are elsewhere in the file.
struct StorageClaim: Equatable {
    let type: StorageType
    /// Its name in the file.
    let key: String
    let count: Int
}

/// What a pickle says of a tensor, checked: a view that stays within its storage.
struct TensorClaim {
    let storage: StorageClaim
    let offset: Int
    let shape, strides: [Int]

    /// - Throws: `BrokenTorchFile` if it reaches beyond its storage, or claims more numbers than memory can have.
    init(_ storage: StorageClaim, offset: Int, shape: [Int], strides: [Int]) throws {
        (self.storage, self.shape, self.strides) = (storage, shape, strides)
        let isEmpty = shape.contains(0)
        self.offset = isEmpty ? 0 : offset
        guard shape.count == strides.count, shape.count <= 64, (shape + strides + [offset]).allSatisfy({ $0 >= 0 })
        else { throw TensorClaim.broken(storage, "has a shape or strides that cannot be") }
        var (count, last) = (1, isEmpty ? 0 : offset)
        for (length, stride) in zip(shape, strides) {
            let (next, isTooMuch) = count.multipliedReportingOverflow(by: max(length, 1))
            let (step, isTooFar) = stride.multipliedReportingOverflow(by: isEmpty ? 0 : length - 1)
            let (place, isBeyond) = last.addingReportingOverflow(step)
            guard !isTooMuch, next <= Int.max >> 8, !isTooFar, !isBeyond else {
                throw TensorClaim.broken(storage, "claims more numbers than memory can have")
            }
            (count, last) = (next, place)
        }
        // A view may show one number many times, but a file has no reason to do so without bounds.
        guard isEmpty || last < storage.count else { throw TensorClaim.broken(storage, "reaches beyond its end") }
        guard count <= max(storage.count, 1 << 28) else {
            throw TensorClaim.broken(storage, "claims \(count) numbers of its \(storage.count)")
        }
    }

    private static func broken(_ storage: StorageClaim, _ problem: String) -> BrokenTorchFile {
        BrokenTorchFile("a tensor in storage \(shown(storage.key)) \(problem)")
    }
}
