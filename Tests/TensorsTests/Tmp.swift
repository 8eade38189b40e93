import Testing
@testable import Tensors
let tmp: [@Sendable () -> Void] = [ { var x = Tensor([1, 2, 3]).requiringGrad(); x.add(x, times: 2) } , { var x = Tensor([1, 2, 3]).requiringGrad(); let y = x; x.add(y, times: 2) }]
@Test(arguments: 0..<2) func `tmp`(_ n: Int) async {
 let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent, \.exitStatus]) { [n = n as Int] in tmp[n]() }
 print(n, result!.exitStatus, String(decoding: result!.standardErrorContent, as: UTF8.self)) 
}
