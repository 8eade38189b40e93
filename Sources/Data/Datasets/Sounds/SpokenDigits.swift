// Spoken digits: short recordings of the words from zero to nine, in files that are named after what they hold.
//
//     recordings/7_theo_3.wav         a seven, said by Theo, for the fourth time
//
// (Z. Jackson and others, “Free Spoken Digit Dataset”, since 2016; mono, 8,000 samples a second.)

import Common
import Foundation

/// One recording.
public struct SpokenDigit: Sendable, CustomStringConvertible {
    public let file: URL
    /// What is said, from 0 to 9.
    public let digit: Int
    public let speaker: String
    public let sound: Sound

    public var description: String { file.path }
}

/// The recordings of a folder.
public struct SpokenDigits: Sendable {
    /// In the order of their names.
    public let recordings: [SpokenDigit]
    /// What could not be read, and was passed over.
    public let problems: [DatasetError]

    /// Everybody who speaks, sorted.
    public var speakers: [String] { Set(recordings.map(\.speaker)).sorted() }

    /// Reads the recordings of a folder, or of `recordings` in it. A file that cannot be read is passed over; what was
    /// wrong with it is kept.
    /// - Throws: `DatasetError` that names the folder, or the first file that is wrong, when nothing is left.
    public init(_ folder: URL) throws {
        let inner = folder.appending(path: "recordings")
        let place = isFolder(inner) ? inner : folder
        let names: [String]
        do { names = try FileManager.default.contentsOfDirectory(atPath: place.path).sorted() } catch {
            throw DatasetError(place.path, "cannot be read as a folder: \(error.localizedDescription)")
        }
        let files = names.filter { $0.lowercased().hasSuffix(".wav") && !$0.hasPrefix(".") }
        let read = try onAllThreads(files.count) { number in
            Result<SpokenDigit, DatasetError> { () throws(DatasetError) in
                try Self.recording(place.appending(path: files[number]))
            }
        }
        recordings = read.compactMap { try? $0.get() }
        problems = read.compactMap { if case .failure(let problem) = $0 { problem } else { nil } }
        if recordings.isEmpty {
            throw problems.first
                ?? DatasetError(
                    place.path, "expected recordings such as 7_theo_3.wav, found none",
                    try: "the folder of the Free Spoken Digit Dataset")
        }
    }

    private static func recording(_ file: URL) throws(DatasetError) -> SpokenDigit {
        let parts = file.deletingPathExtension().lastPathComponent.split(separator: "_")
        guard parts.count == 3, let digit = Int(parts[0]), 0...9 ~= digit else {
            throw DatasetError(
                file.path, "its name does not say what is said, and by whom", try: "a name such as 7_theo_3.wav")
        }
        do {
            return SpokenDigit(file: file, digit: digit, speaker: String(parts[1]), sound: try Sound(wav: file))
        } catch let problem as DatasetError { throw problem } catch { throw DatasetError(file.path, "\(error)") }
    }
}
