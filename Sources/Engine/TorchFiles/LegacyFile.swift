// A file as PyTorch wrote it before 2020, and still does on request: five pickles, and then the storages.
//
//     a magic number · the version, 1001 · the machine that wrote it · the object · the names of the storages
//     for each storage in that order: how many numbers it has (8 bytes), and the numbers

import Safetensors

struct LegacyFile: Storages {
    let object: PickledObject
    private let source: TorchSource
    /// Where the numbers of each storage begin.
    private var places: [String: (claim: StorageClaim, place: Int)] = [:]

    private static let magic: [UInt8] = [0x6C, 0xFC, 0x9C, 0x46, 0xF9, 0x20, 0x6A, 0xA8, 0x50, 0x19]

    init(_ source: TorchSource) throws {
        self.source = source
        let bytes = try source.bytes(0..<min(source.length, PickleMachine.longest))
        guard bytes.first == 0x80 else {
            throw BrokenTorchFile("it is neither a zip archive nor a pickle", try: "a file that torch.save wrote")
        }
        var machine = PickleMachine(bytes)
        guard case .large(let magic) = try machine.run(), magic == Self.magic else {
            throw BrokenTorchFile("it is a pickle, but not one of PyTorch", try: "a file that torch.save wrote")
        }
        machine = PickleMachine(bytes, at: machine.place)
        guard case .int(1001) = try machine.run() else { throw BrokenTorchFile("its version is not 1001") }
        machine = PickleMachine(bytes, at: machine.place)
        try Self.requireLittleEndian(try machine.run(), machine)
        machine = PickleMachine(bytes, at: machine.place)
        let root = try machine.run()
        object = PickledObject(machine: machine, root: root)
        var names = PickleMachine(bytes, at: machine.place)
        try findStorages(names: try names.run(), names)
    }

    private static func requireLittleEndian(_ system: PickleValue, _ machine: PickleMachine) throws {
        guard case .dictionary(let number) = system else { throw BrokenTorchFile("it does not say who wrote it") }
        for case (.text("little_endian"), .bool(let isLittle)) in machine.dictionaries[number] where !isLittle {
            throw BrokenTorchFile("its numbers are stored the other way round")
        }
    }

    /// The storages must fill the rest of the file exactly.
    private mutating func findStorages(names: PickleValue, _ machine: PickleMachine) throws {
        guard case .list(let number) = names else { throw BrokenTorchFile("it does not list its storages") }
        let claims = Dictionary(object.machine.storages.map { ($0.key, $0) }, uniquingKeysWith: { $1 })
        var place = machine.place
        for name in machine.lists[number] {
            guard case .text(let key) = name, let claim = claims[key], places[key] == nil else {
                throw BrokenTorchFile("its list of storages does not fit its pickle")
            }
            guard source.length - place >= 8 else {
                throw BrokenTorchFile("it is cut short before storage \(shown(key))")
            }
            let count = TorchFiles.number(try source.bytes(place..<place + 8))
            place += 8
            guard count == UInt64(claim.count) else {
                throw BrokenTorchFile("storage \(shown(key)) has \(count) numbers, and its pickle says \(claim.count)")
            }
            guard claim.count <= (source.length - place) / claim.type.width else {
                throw BrokenTorchFile("it is cut short in storage \(shown(key))")
            }
            places[key] = (claim, place)
            place += claim.count * claim.type.width
        }
        guard place == source.length else {
            throw BrokenTorchFile("\(source.length - place) bytes at its end belong to no storage")
        }
    }

    func numbers(_ claim: StorageClaim) throws -> SavedTensor {
        guard let (own, place) = places[claim.key] else {
            throw BrokenTorchFile("the numbers of storage \(shown(claim.key)) are missing")
        }
        guard own == claim else {
            throw BrokenTorchFile("its pickle describes storage \(shown(claim.key)) in two different ways")
        }
        return try source.numbers(claim.type, count: claim.count, at: place).numbers
    }
}
