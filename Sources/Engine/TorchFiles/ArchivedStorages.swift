// A file of today: a zip archive with the pickle, and an entry for each storage.
//
//     archive/data.pkl   archive/byteorder   archive/data/0   archive/data/1   …

import CZlib
import Safetensors

struct ArchivedStorages: Storages {
    let object: PickledObject
    private let source: TorchSource
    private let entries: [String: ZipArchive.Entry]
    /// "archive/"
    private let folder: String

    init(_ source: TorchSource) throws {
        self.source = source
        entries = try ZipArchive(source).entries
        let ending = "/data.pkl"
        let pickles = entries.keys.filter { name in
            name.hasSuffix(ending) && !name.dropLast(ending.count).contains("/")
        }
        guard pickles.count == 1 else {
            throw BrokenTorchFile("it is a zip archive, but not one of PyTorch: it has no data.pkl")
        }
        folder = String(pickles[0].dropLast(ending.count - 1))
        if entries[folder + "constants.pkl"] != nil {
            throw BrokenTorchFile(
                "it holds a whole program (TorchScript), not weights alone", try: "torch.save(net.state_dict(), …)")
        }
        if let order = try Self.contents("\(folder)byteorder", entries, source), order != Array("little".utf8) {
            throw BrokenTorchFile("its numbers are stored the other way round (byteorder \(shown("\(order)")))")
        }
        guard let pickle = try Self.contents(pickles[0], entries, source) else { fatalError("it was found above") }
        var machine = PickleMachine(pickle)
        let root = try machine.run()
        object = PickledObject(machine: machine, root: root)
    }

    /// The bytes of a small entry, whose checksum is right; nil if there is none.
    private static func contents(
        _ name: String, _ entries: [String: ZipArchive.Entry], _ source: TorchSource
    ) throws -> [UInt8]? {
        guard let entry = entries[name] else { return nil }
        try requireStored(entry)
        guard entry.size <= PickleMachine.longest else {
            throw BrokenTorchFile("entry \(shown(name)) of \(entry.size) bytes is beyond the limit")
        }
        let bytes = try source.bytes(entry.range)
        try check(entry, UInt32(crc32(0, bytes, UInt32(bytes.count))))
        return bytes
    }

    private static func requireStored(_ entry: ZipArchive.Entry) throws {
        guard !entry.isCompressed else {
            throw BrokenTorchFile(
                "entry \(shown(entry.name)) is compressed, which PyTorch does not do with weights",
                try: "the file as torch.save wrote it")
        }
    }

    private static func check(_ entry: ZipArchive.Entry, _ checksum: UInt32) throws {
        guard checksum == entry.checksum else {
            throw BrokenTorchFile("entry \(shown(entry.name)) is damaged: its checksum differs")
        }
    }

    func numbers(_ claim: StorageClaim) throws -> SavedTensor {
        guard let entry = entries["\(folder)data/\(claim.key)"] else {
            throw BrokenTorchFile("the numbers of storage \(shown(claim.key)) are missing")
        }
        try Self.requireStored(entry)
        guard entry.size == claim.count * claim.type.width else {
            throw BrokenTorchFile(
                "storage \(shown(claim.key)) has \(entry.size) bytes, and its \(claim.count) numbers need "
                    + "\(claim.count * claim.type.width)")
        }
        let (numbers, checksum) = try source.numbers(claim.type, count: claim.count, at: entry.range.lowerBound)
        try Self.check(entry, checksum)
        return numbers
    }
}
