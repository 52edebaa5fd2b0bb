import type { VerdictWords } from './verdictWords'

/** Words of the faults in offer, answer and candidates. Places in braces are facts of the verdict. */
export const verdictsNegotiation = {
  'wrong-state': {
    what: {
      zh: '`{method}()` 被拒绝：{error}。当时的信令状态不允许这一步。',
      en: '`{method}()` was refused: {error}. The signaling state did not allow it.',
    },
    variants: {
      duplicate: {
        zh: '同一个应答设置了两次。第一次已经生效，信令状态回到 `stable`，第二次被拒绝：{error}。',
        en: 'The same answer was set twice. The first one took effect and led to `stable`, so the second was refused: {error}.',
      },
      'second-peer': {
        zh: '一个提议来了两个不同的应答，ufrag 不一样，说明有两个对等端作答。后来的那个被拒绝：{error}。',
        en: 'One offer got two different answers with different ufrags, so two peers answered. The later one was refused: {error}.',
      },
      'not-set': {
        zh: '提议创建了，也发出去了，却没有用 `setLocalDescription()` 设到本端。本端一直是 `stable`，应答设不进来。',
        en: 'The offer was created and sent, but never set with `setLocalDescription()`. This end stayed in `stable`, where no answer can be set.',
      },
      glare: {
        zh: '双方同时提议，两边都回滚并应答了对方；自己那份提议的应答到达时已经是 `stable`：{error}。',
        en: 'Both ends offered at once, rolled back and answered each other. The answers to their own offers came in `stable`: {error}.',
      },
    },
    look: {
      zh: '看被拒绝的那一行之前，这条连接最后一次成功设置的描述是什么。',
      en: 'Look at the last description that this connection set before the refused line.',
    },
    settles: {
      zh: '信令记录：这个应答到达过几次，是谁发的。',
      en: 'A log of the wire: how often this answer arrived, and from whom.',
    },
    mend: {
      zh: '先设本地提议再发送；只把应答交给正等着它的连接，并丢掉重复的；双方都可能提议时，用完美协商。',
      en: 'Set the offer locally before you send it. Give an answer only to the connection that waits for it, and drop repeats. Where both ends may offer, use perfect negotiation.',
    },
  },
  'early-candidate': {
    what: {
      zh: '{count} 个候选在 `setRemoteDescription()` 完成之前就添加了，被拒绝后不会再试：{error}。',
      en: '{count} {count|candidate was|candidates were} added before `setRemoteDescription()` had resolved. They were refused and are lost: {error}.',
    },
    look: {
      zh: '看第一次成功的 `setRemoteDescription()` 在哪里：被拒绝的候选都在它前面。',
      en: 'Find the first `setRemoteDescription()` that succeeded: the refused candidates stand before it.',
    },
    settles: {
      zh: '信令记录：候选和描述到达的先后。',
      en: 'A log of the wire: in which order candidates and description arrived.',
    },
    mend: {
      zh: '候选先排队，等 `setRemoteDescription()` 完成后再逐个 `addIceCandidate()`。',
      en: 'Queue candidates, and call `addIceCandidate()` for each once `setRemoteDescription()` has resolved.',
    },
  },
  'never-negotiated': {
    what: {
      zh: '通话谈妥之后又加了轨道，但此后 {seconds} 秒里没有新的提议，对方不会知道这条轨道。',
      en: 'A track was added after the call had been negotiated, and no offer followed within {seconds} seconds. The other end does not know of it.',
    },
    variants: {
      restart: {
        zh: '调用了 `restartIce()`，但此后 {seconds} 秒里没有新的提议。单独调用它什么也不会改变。',
        en: '`restartIce()` was called, and no offer followed within {seconds} seconds. By itself it changes nothing.',
      },
    },
    look: {
      zh: '看 `negotiationneeded` 触发之后有没有 `createOffer()` 或 `setLocalDescription()`。',
      en: 'Look whether `createOffer()` or `setLocalDescription()` follows the `negotiationneeded` event.',
    },
    settles: {
      zh: '更长的记录：如果提议随后就发出，只是保存得太早。',
      en: 'A longer dump: if the offer came soon after, the dump was saved too early.',
    },
    mend: {
      zh: '监听 `negotiationneeded`，在里面创建提议、设到本端并发送。',
      en: 'Handle `negotiationneeded`: make an offer, set it, and send it.',
    },
  },
  'dtls-roles': {
    what: {
      zh: '描述里的 `a=setup` 不被接受：{error}。应答必须选 `active` 或 `passive`，传输不变时角色也不能换。',
      en: '`a=setup` in a description was not accepted: {error}. An answer must say `active` or `passive`, and roles stay while the transport stays.',
    },
    variants: {
      actpass: {
        zh: '应答里写着 `a=setup:actpass`。应答必须选定 `active` 或 `passive`，否则谁来发起 DTLS 握手没有定下来。',
        en: 'The answer says `a=setup:actpass`. An answer must choose `active` or `passive`; else nobody knows who begins the DTLS handshake.',
      },
    },
    look: {
      zh: '比较两份描述的 `a=setup` 行，以及之前那一轮里的角色。',
      en: 'Compare the `a=setup` lines of both descriptions with the roles of the round before.',
    },
    settles: { zh: '另一端的文件：应答是怎么生成的。', en: 'The other end’s file: how the answer was made.' },
    mend: {
      zh: '不要手工改 `a=setup`，也不要把提议原样当作应答送回；服务器端要沿用第一轮的角色。',
      en: 'Do not edit `a=setup`, and do not send an offer back as an answer. A server must keep the roles of the first round.',
    },
  },
  'sections-out-of-order': {
    what: {
      zh: '描述被拒绝：{error}。应答的 `m=` 段必须与提议一样多、同样的顺序；后来的提议也不能打乱。',
      en: 'A description was refused: {error}. An answer has as many `m=` sections as its offer, in the same order, and later offers keep it.',
    },
    variants: {
      kinds: {
        zh: '提议的媒体段依次是 {offered}，应答却是 {answered}。应答的 `m=` 段必须与提议一样多、同样的顺序。',
        en: 'The sections of the offer are {offered}, and those of the answer {answered}. An answer has as many `m=` sections as its offer, in the same order.',
      },
    },
    look: {
      zh: '把两份描述的 `m=` 行并排，找第一处不同。',
      en: 'Put the `m=` lines of both descriptions side by side, and find the first that differs.',
    },
    settles: {
      zh: '另一端的文件：它应答的是哪一份提议。',
      en: 'The other end’s file: which offer it answered.',
    },
    mend: {
      zh: '每个应答只对应它的提议：提议还没得到应答时不要再改；自己生成 SDP 时保留被拒绝的段，端口写 0。',
      en: 'Set an answer only for its own offer, and do not change an offer that waits. If you write SDP yourself, keep rejected sections, with port 0.',
    },
  },
  'sdp-damaged': {
    what: {
      zh: '描述无法使用：{error}。',
      en: 'A description could not be used: {error}.',
    },
    variants: {
      changed: {
        zh: '收到的描述与另一端设置的不一样：`{changed}` 行变了。检查用错误的口令签名，对方不会理会。',
        en: 'The description that arrived is not the one that the other end set: `{changed}` differs. Checks signed with a wrong password are ignored.',
      },
    },
    look: {
      zh: '把发出的和收到的描述逐行对比。',
      en: 'Compare the description that was sent with the one that arrived, line by line.',
    },
    settles: { zh: '两端的文件，或信令记录。', en: 'The files of both ends, or a log of the wire.' },
    mend: {
      zh: '用 JSON 传整个 `{ type, sdp }`，不要拼接、裁剪空白或转换换行；去掉改写 SDP 的代码再试一次。',
      en: 'Send the whole `{ type, sdp }` as JSON; do not join, trim or convert its lines. Try again without the code that rewrites SDP.',
    },
  },
  'never-answered': {
    what: {
      zh: '本端停在 `have-local-offer`：提议设置已经 {seconds} 秒，没有收到应答。JSEP 没有超时，会一直等下去。',
      en: 'This end waits in `have-local-offer`: {seconds} seconds after the offer, no answer has been set. JSEP has no timer, so it waits for ever.',
    },
    variants: {
      'answer-lost': {
        zh: '被叫方已经做好应答并设到本端，呼叫方却没有收到，停在 `have-local-offer`。应答在信令里丢了。',
        en: 'The callee made and set its answer, but the caller never got it and waits in `have-local-offer`. Signaling lost the answer.',
      },
      glare: {
        zh: '双方都停在 `have-local-offer`：两个提议互相冲突，谁也没有让步。',
        en: 'Both ends wait in `have-local-offer`: their offers collided, and neither gave way.',
      },
      'not-made': {
        zh: '提议到达并设好已经 {seconds} 秒，这一端没有创建应答。',
        en: 'The offer arrived and was set {seconds} seconds ago, and this end has made no answer.',
      },
    },
    look: {
      zh: '看另一端有没有收到提议，有没有创建应答。',
      en: 'Look whether the other end got the offer, and whether it made an answer.',
    },
    settles: {
      zh: '另一端的文件，或信令记录（HAR）。',
      en: 'The other end’s file, or a log of the wire (HAR).',
    },
    mend: {
      zh: '让信令确认每条消息并重发；等得太久就回滚并告诉用户；双方都可能提议时，其中一方要礼貌。',
      en: 'Let signaling confirm messages and repeat them. After a long wait, roll back and tell the user. Where both may offer, one must be polite.',
    },
  },
  'nothing-to-negotiate': {
    what: {
      zh: '创建提议之前既没有加轨道，也没有建数据通道。没有 `m=` 行就没有传输，不会收集候选，状态一直是 `new`。',
      en: 'Neither a track nor a data channel was added before the offer. Without an `m=` line there is no transport: nothing is gathered, and the states stay `new`.',
    },
    look: {
      zh: '看 `createOffer()` 之前有没有 `addTrack()`、`addTransceiver()` 或 `createDataChannel()`。',
      en: 'Look for `addTrack()`, `addTransceiver()` or `createDataChannel()` before `createOffer()`.',
    },
    settles: { zh: '文件本身已经说明。', en: 'The file settles it.' },
    mend: {
      zh: '先加轨道或建数据通道，再创建提议；只想接收，就用 `addTransceiver(kind, { direction: "recvonly" })`。',
      en: 'Add tracks or create the data channel before the offer. To receive only, use `addTransceiver(kind, { direction: "recvonly" })`.',
    },
  },
  'channel-never-opens': {
    what: {
      zh: '数据通道“{label}”一直没有打开。',
      en: 'The data channel “{label}” has not opened.',
    },
    variants: {
      'no-section': {
        zh: '谈妥的描述里没有 `m=application`：数据通道“{label}”是在提议之后才建的，之后没有重新协商。',
        en: 'The negotiated descriptions have no `m=application`: the data channel “{label}” was created after the offer, and nothing was negotiated since.',
      },
      rejected: {
        zh: '提议里有 `m=application`，应答却没有接受，数据通道“{label}”无处可走。',
        en: 'The offer has `m=application`, and the answer did not accept it, so the data channel “{label}” has no transport.',
      },
      connecting: {
        zh: '连接接通 {seconds} 秒了，数据通道“{label}”还是 `connecting`。',
        en: 'The connection has been up for {seconds} seconds, and the data channel “{label}” is still `connecting`.',
      },
    },
    look: {
      zh: '看最近一轮应答里的 `m=application` 行。',
      en: 'Look at the `m=application` line of the last answer.',
    },
    settles: {
      zh: '另一端的文件：它有没有 `datachannel` 事件。',
      en: 'The other end’s file: whether it has a `datachannel` event.',
    },
    mend: {
      zh: '在第一个提议之前建数据通道；之后再建，就处理 `negotiationneeded`；等 `open` 事件再发送。',
      en: 'Create the channel before the first offer, or handle `negotiationneeded` afterwards. Send only after its `open` event.',
    },
  },
  'no-candidates-exchanged': {
    what: {
      zh: '远端描述里没有候选，也没有调用过 `addIceCandidate()`。ICE 没有地址可试，一直停着。对方收集到的候选：{gathered} 个。',
      en: 'The remote description has no candidates, and `addIceCandidate()` was never called. ICE has no address to try. Candidates that the other end gathered: {gathered}.',
    },
    look: {
      zh: '看发出的描述是在收集之前取的，还是候选根本没有发送或转发。',
      en: 'Look whether the description was taken before gathering, or whether candidates are not sent or not passed on at all.',
    },
    settles: {
      zh: '信令记录：第三种消息（候选）有没有经过；保存得晚一些的文件。',
      en: 'A log of the wire: whether the third kind of message, candidates, crossed; or a dump saved later.',
    },
    mend: {
      zh: '把 `icecandidate` 的候选逐个发给对方并添加；不用渐进式就等收集完，再发 `localDescription`，不要发 `createOffer()` 的结果。',
      en: 'Send each candidate of `icecandidate` and add it at the other end. Without trickle, wait until gathering is complete and send `localDescription`, not what `createOffer()` returned.',
    },
  },
} as const satisfies Record<string, VerdictWords>
