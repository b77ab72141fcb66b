// The door between JavaScript and the kernels. `exec` is the hot path and uses N-API itself: one number in, nothing
// allocated; the rest is node-addon-api.
#include <napi.h>

#ifdef __linux__
#include <sys/mman.h>
#endif

#include "exec.h"
#include "threads.h"

namespace {

// One per Node environment (the main thread, each worker): its ring of records.
struct Environment {
  Napi::Reference<Napi::Float64Array> ring;
  const double* words = nullptr;
  size_t size = 0;
};

// exec(words): undefined when all went well, else the status
napi_value exec(napi_env env, napi_callback_info info) {
  size_t argc = 1;
  napi_value argument;
  void* data;
  napi_get_cb_info(env, info, &argc, &argument, nullptr, &data);
  int32_t words = 0;
  const Environment* self = static_cast<Environment*>(data);
  if (napi_get_value_int32(env, argument, &words) != napi_ok || words < 0 || static_cast<size_t>(words) > self->size) {
    napi_throw_range_error(env, nullptr, "exec: the number of words is not within the ring");
    return nullptr;
  }
  const int status = descend::exec(self->words, words);
  if (status == 0) return nullptr;
  napi_value result;
  napi_create_int32(env, status, &result);
  return result;
}

// Pages of 2 MiB, where a block covers them whole: new memory comes with 512 times fewer faults, and the TLB reaches
// further.
void want_huge_pages(void* block, size_t bytes) {
#ifdef __linux__
  constexpr uintptr_t page = 2 << 20;
  const uintptr_t at = reinterpret_cast<uintptr_t>(block);
  const uintptr_t first = (at + page - 1) & ~(page - 1), end = (at + bytes) & ~(page - 1);
  if (first < end) madvise(reinterpret_cast<void*>(first), end - first, MADV_HUGEPAGE);
#endif
}

// adopt(buffer): where the bytes of a new ArrayBuffer are, which are tensors' from now on
Napi::Value adopt(const Napi::CallbackInfo& info) {
  Napi::ArrayBuffer buffer = info[0].As<Napi::ArrayBuffer>();
  want_huge_pages(buffer.Data(), buffer.ByteLength());
  return Napi::Number::New(info.Env(), static_cast<double>(reinterpret_cast<uintptr_t>(buffer.Data())));
}

Napi::Value set_threads(const Napi::CallbackInfo& info) {
  descend::set_thread_count(info[0].As<Napi::Number>().Int32Value());
  return info.Env().Undefined();
}

Napi::Value stats(const Napi::CallbackInfo& info) {
  Napi::Object result = Napi::Object::New(info.Env());
  result.Set("threads", descend::thread_count());
  result.Set("isa", descend::isa_name());
  return result;
}

Napi::Object initialise(Napi::Env env, Napi::Object exports) {
  constexpr size_t ring_words = 1 << 16;
  Environment* self = new Environment;
  Napi::Float64Array ring = Napi::Float64Array::New(env, ring_words);
  self->ring = Napi::Persistent(ring);
  self->words = ring.Data();
  self->size = ring_words;
  env.SetInstanceData(self);  // deleted with the environment

  napi_value hot;
  napi_create_function(env, "exec", NAPI_AUTO_LENGTH, exec, self, &hot);
  exports.Set("exec", hot);
  exports.Set("ring", ring);
  exports.Set("adopt", Napi::Function::New(env, adopt, "adopt"));
  exports.Set("setThreads", Napi::Function::New(env, set_threads, "setThreads"));
  exports.Set("stats", Napi::Function::New(env, stats, "stats"));
  return exports;
}

}  // namespace

NODE_API_MODULE(descend, initialise)
