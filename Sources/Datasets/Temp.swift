import Foundation
public struct DataLocator { public init(dataFolder: URL?) {} }
public struct Listing: CustomStringConvertible { public init(_ u: URL) throws {}; public init(_ s: [String]) {}; public var description: String { "" } }
