import Testing
@testable import Tensors
@Test func `tmp`() async {
 var x = Tensor([1, 2, 3]).requiringGrad(); let y = x; x.add(y, times: 2) 
}
