// An application with nets that have not learned anything, on real sockets of this machine.

import Figures
import Foundation
import Layers
import Notebook
import Tensors
import Training
import Vision

@testable import Chapter02

/// A net that has not learned anything.
func untrainedNet(_ classes: [String], size: Int = 32) throws -> PhotoNet {
    var random = SplitMix64(seed: 3)
    let block = DataBlock(
        target: CategoryBlock(Vocabulary(classes)), items: { _ in [] },
        splitter: Splitter { (Array($0.indices.dropLast()), [$0.count - 1]) },
        getX: { (number: Int) in Photo(Raster(width: 40, height: 40, fill: Colour(UInt8(number * 20), 90, 40))) },
        getY: { classes[$0 % classes.count] }, item: Resize(Size2D(size, size)))
    let data = try block.loaders(of: Array(0..<8), batchSize: 4, using: &random)
    return PhotoNet(
        VisionLearner(
            data, body: smallBody(width: 4, using: &random), head: HeadPlan(hidden: [], dropout: 0), using: &random
        ).model)
}

func untrainedApp(_ limits: AppLimits = AppLimits()) throws -> PhotoApp {
    PhotoApp(
        photos: try untrainedNet(["black", "grizzly", "teddy"]), digits: try untrainedNet((0...9).map(String.init)),
        limits: limits)
}

/// A photo of any size, as a PNG.
func pngPhoto(_ width: Int = 64, _ height: Int = 64) throws -> Data {
    var random = SplitMix64(seed: 9)
    return try Raster(Tensor.rand(3, height, width, using: &random)).pngData()
}

/// Starts an application, and stops it after `body`.
func withServer<Result: Sendable>(
    _ limits: AppLimits = AppLimits(), _ body: (_ port: Int) async throws -> Result
) async throws -> Result {
    let server = try await AppServer(untrainedApp(limits), port: 0)
    do {
        let result = try await body(server.port)
        await server.stop(patience: 5)
        return result
    } catch {
        await server.stop(patience: 1)
        throw error
    }
}

/// What a client in a thread of its own gets.
func asked(_ bytes: Data, _ port: Int, pause: Double = 0, cutAfter: Int? = nil) async -> WebAnswer? {
    await withCheckedContinuation { done in
        Thread.detachNewThread {
            done.resume(returning: try? exchange(bytes, port: port, patience: 20, pause: pause, cutAfter: cutAfter))
        }
    }
}

func asked(_ path: String, _ port: Int, method: String = "GET", headers: [String] = []) async -> WebAnswer? {
    await asked(requestText(method, path, host: "127.0.0.1:\(port)", headers: headers), port)
}

/// A folder that is there while `body` runs.
func withFolderAsync<Result: Sendable>(_ body: (URL) async throws -> Result) async throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appending(path: "groundup-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try await body(folder)
}
