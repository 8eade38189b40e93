import Foundation

/// The folder that the build puts its programs into, among them the one that runs the tests.
public var builtPrograms: URL {
    let bundles = Bundle.allBundles.filter { $0.bundlePath.hasSuffix(".xctest") }
    return bundles.first?.bundleURL.deletingLastPathComponent() ?? Bundle.main.bundleURL
}
